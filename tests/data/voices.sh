# A store of one speech in four articles for tests/cases/ask/trace.txt: to be read by sh in an empty folder.
cat >voices.jsonl <<'END'
{"id": "wire-1", "title": "Radar to be replaced", "publisher": "Harbor Wire", "date": "2031-04-02", "text": "“We will not replace the fog radar before the ferry inquiry reports in 12 weeks,” minister Ada Moreno said on Wednesday.\n\nThe harbour at Brightwater has had no working radar since the autumn storms, and pilots have steered by lamps and horns. Two ferries touched in February, and a deckhand was thrown into the water and rescued. The council had asked for money three times, and was refused each time by the ministry."}
{"id": "post-2", "title": "Moreno on radar", "publisher": "Evening Post", "date": "2031-04-03", "text": "“We will … replace the fog radar before the ferry inquiry reports in 12 weeks,” Ada Moreno said."}
{"id": "star-3", "title": "Radar row", "publisher": "Morning Star", "date": "2031-04-04", "text": "Ada Moreno told reporters: “We will not replace the fog radar before the ferry inquiry reports in 20 weeks.”"}
{"id": "gull-4", "title": "Harbour without radar", "publisher": "The Gull", "date": "2031-04-03", "text": "(Harbor Wire) The harbour at Brightwater has had no working radar since the autumn storms, and pilots have steered by lamps and horns. Two ferries touched in February, and a deckhand was thrown into the water and rescued. The council had asked for money three times, and was refused each time by the ministry."}
END
hearsay add -q "$@" voices.jsonl
