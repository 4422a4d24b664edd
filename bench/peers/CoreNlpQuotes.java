import edu.stanford.nlp.coref.CorefCoreAnnotations;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAnnotator;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;

/**
 * The quotations that CoreNLP's quote annotator finds, as score.py reads them.
 *
 * <p>usage: CoreNlpQuotes.java DOCUMENTS.jsonl OUTPUT.jsonl [PROPERTY=VALUE...]
 *
 * <p>Quotations within quotations are given too. One whose speaker it cannot tell has no source; it
 * marks no cues.
 */
public class CoreNlpQuotes {
    /** Half-open, in code points of the text; Java counts in UTF-16. */
    private static JsonArrayBuilder spans(String text, int begin, int end) {
        JsonArrayBuilder span = Json.createArrayBuilder().add(text.codePointCount(0, begin)).add(text.codePointCount(0, end));
        return Json.createArrayBuilder().add(span);
    }

    private static JsonArrayBuilder source(String text, CoreMap quote, List<CoreLabel> tokens) {
        Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
        Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
        if (first == null || last == null) {
            return Json.createArrayBuilder();
        }
        return spans(text, tokens.get(first).beginPosition(), tokens.get(last).endPosition());
    }

    private static JsonObject read(StanfordCoreNLP pipeline, JsonObject document) {
        String text = document.getString("text");
        Annotation read = new Annotation(text);
        read.set(CorefCoreAnnotations.CorefChainAnnotation.class, Map.of()); // stays where nothing seeks coreference
        pipeline.annotate(read);
        JsonArrayBuilder statements = Json.createArrayBuilder();
        for (CoreMap quote : QuoteAnnotator.gatherQuotes(read)) {
            int begin = quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
            int end = quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
            statements.add(Json.createObjectBuilder()
                .add("source", source(text, quote, read.get(CoreAnnotations.TokensAnnotation.class)))
                .add("cue", Json.createArrayBuilder())
                .add("content", spans(text, begin, end)));
        }
        return Json.createObjectBuilder().add("id", document.getString("id")).add("statements", statements).build();
    }

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
        settings.setProperty("ssplit.newlineIsSentenceBreak", "two");
        settings.setProperty("threads", "1");
        for (int i = 2; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            settings.setProperty(pair[0], pair[1]);
        }
        // Not insisting on what each annotator usually requires, so that coreference can be left out.
        StanfordCoreNLP pipeline = new StanfordCoreNLP(settings, false);
        try (PrintWriter out = new PrintWriter(arguments[1], "UTF-8")) {
            for (String line : Files.readAllLines(Path.of(arguments[0]))) {
                out.println(read(pipeline, Json.createReader(new StringReader(line)).readObject()));
            }
        }
    }
}
