# A store of three articles for tests/cases/ask: to be read by sh in an empty folder.
cat >desk.jsonl <<'END'
{"id": "wire-7", "title": "Ferry inquiry opens", "publisher": "The Courier", "date": "2031-04-02", "url": "https://courier.example/7", "text": "“The fog radar was broken for a year,” Ada Moreno told NBC News in an interview on Monday.\n\nA spokesman for Brightwater Lines denied that the radar had failed."}
{"id": "wire-8", "title": "Moreno resigns", "publisher": "Harbor & Hill", "date": "2031-05-10", "text": "Minister Ada Moreno said on Friday that she would resign.\n\nTwo officials, who asked not to be named, said the fog radar was never repaired. Zoë Łukaszewicz said, “Nobody told us.”"}
{"id": "wire-9", "title": "=Storm", "publisher": "The Courier", "date": "2032-01-05", "text": "The storm came at noon. Dorian Moreno believes that it will pass."}
END
hearsay add -q desk.jsonl
