// The dates that CoreNLP's SUTime finds: CoreNlpDates DOCUMENTS.jsonl FOUND.jsonl. Reads {"id", "text",
// "date"} a line, writes {"id", "timexes": [{"begin", "end", "type", "value"}]}, with begin and end in
// code points of the text.

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationPipeline;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;
import javax.json.JsonReader;

public class CoreNlpDates {
    // SUTime's rules ask for parts of speech, so that "may" and "fall" are told apart.
    private static AnnotationPipeline pipeline() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos");
        properties.setProperty("threads", "1");
        AnnotationPipeline pipeline = new AnnotationPipeline();
        pipeline.addAnnotator(new StanfordCoreNLP(properties));
        pipeline.addAnnotator(new TimeAnnotator("sutime", new Properties()));
        return pipeline;
    }

    private static JsonObject read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static JsonArrayBuilder timexes(AnnotationPipeline pipeline, String text, String date) {
        Annotation document = new Annotation(text);
        document.set(CoreAnnotations.DocDateAnnotation.class, date);
        pipeline.annotate(document);
        JsonArrayBuilder found = Json.createArrayBuilder();
        for (CoreMap each : document.get(TimeAnnotations.TimexAnnotations.class)) {
            int begin = each.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
            int end = each.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
            String value = each.get(TimeAnnotations.TimexAnnotation.class).value();
            found.add(Json.createObjectBuilder()
                    .add("begin", text.codePointCount(0, begin))
                    .add("end", text.codePointCount(0, end))
                    .add("type", each.get(TimeAnnotations.TimexAnnotation.class).timexType())
                    .add("value", value == null ? "" : value));
        }
        return found;
    }

    public static void main(String[] arguments) throws Exception {
        AnnotationPipeline pipeline = pipeline();
        try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]));
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonObject document = read(line);
                out.println(Json.createObjectBuilder()
                        .add("id", document.getString("id"))
                        .add("timexes", timexes(pipeline, document.getString("text"),
                                document.getString("date")))
                        .build());
            }
        }
    }
}
