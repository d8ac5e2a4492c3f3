package org.computility.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;

/** Learns from an archive of labelled pictures; leaves the graph and how well it does in the folder in which it starts. */
public final class Training {

    /** The graph. */
    static final String GRAPH = "model.onnx";

    /** The labels in the order of the graph's scores, a line for each. */
    static final String CLASSES = "classes.txt";

    /** How the graph did with pictures that it had not learned from. */
    static final String EXAMINATION = "examination.json";

    private Training() {}

    /** One argument: the archive ({@link PictureSet}). */
    public static void main(String... arguments) throws IOException {
        // A line for each message; Tribuo tells how it gets on.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        run(Path.of(arguments[0]), Path.of(""), System.out);
    }

    static void run(Path archive, Path folder, PrintStream out) throws IOException {
        PictureSet pictures = PictureSet.read(archive);
        Picture first = pictures.train().get(0);
        out.printf(
                Locale.ROOT,
                "%d pictures to learn from, %d to be examined with, %d x %d pixels%n",
                pictures.train().size(),
                pictures.test().size(),
                first.width(),
                first.height());
        PictureClassifier classifier = PictureClassifier.learn(pictures.train());
        LabelEvaluation examination = classifier.examine(pictures.test());
        Files.write(folder.resolve(GRAPH), classifier.graph());
        Files.write(folder.resolve(CLASSES), classifier.classes());
        Files.writeString(folder.resolve(EXAMINATION), json(classifier.classes(), pictures, examination));
        out.println(examination);
        for (String each : classifier.classes()) {
            Label label = new Label(each);
            double right = examination.tp(label);
            out.printf(Locale.ROOT, "%s: %.0f of %.0f told rightly%n", each, right, right + examination.fn(label));
        }
        out.printf(Locale.ROOT, "accuracy %.4f; the graph is in %s%n", examination.accuracy(), GRAPH);
    }

    // Labels are letters, digits, _ and -.
    private static String json(List<String> classes, PictureSet pictures, LabelEvaluation examination) {
        String names = classes.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"classes\":[%s],\"learned\":%d,\"examined\":%d,\"accuracy\":%.6f}%n",
                names,
                pictures.train().size(),
                pictures.test().size(),
                examination.accuracy());
    }
}
