package org.computility.trainer;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tells what a picture shows: logistic regression over its pixels. The same pictures make the same classifier. */
final class PictureClassifier {

    private static final LabelFactory LABELS = new LabelFactory();
    private static final double LEARNING_RATE = 0.1;
    private static final int EPOCHS = 20;
    private static final long SEED = 20_261_129;
    private static final double BRIGHTEST = 255;

    private final LinearSGDModel model;
    private final int width;
    private final int height;

    private PictureClassifier(LinearSGDModel model, int width, int height) {
        this.model = model;
        this.width = width;
        this.height = height;
    }

    /** Learns from pictures of one size with two labels or more. */
    static PictureClassifier learn(List<Picture> pictures) {
        LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, pictures.size(), 1, SEED);
        Picture first = pictures.get(0);
        return new PictureClassifier(trainer.train(dataset(pictures)), first.width(), first.height());
    }

    /** The labels in the order of the scores. */
    List<String> classes() {
        ImmutableOutputInfo<Label> outputs = model.getOutputIDInfo();
        return IntStream.range(0, outputs.size())
                .mapToObj(outputs::getOutput)
                .map(Label::getLabel)
                .toList();
    }

    /** How likely each label is for that picture. */
    Map<String, Double> scores(Picture picture) {
        Prediction<Label> prediction = model.predict(example(picture, names(picture)));
        Map<String, Double> scores = new TreeMap<>();
        prediction.getOutputScores().forEach((label, scored) -> scores.put(label, scored.getScore()));
        return scores;
    }

    /** How well it does with other pictures. */
    LabelEvaluation examine(List<Picture> pictures) {
        return new LabelEvaluator().evaluate(model, dataset(pictures));
    }

    /** The same as a graph that takes a picture's bytes. */
    byte[] graph() {
        ModelProto linear = model.exportONNXModel("org.computility.trainer", 1);
        return FrameGraph.of(linear, width, height, model.getOutputIDInfo().size());
    }

    private static Dataset<Label> dataset(List<Picture> pictures) {
        String[] names = names(pictures.get(0));
        List<Example<Label>> examples =
                pictures.stream().map(picture -> example(picture, names)).toList();
        SimpleDataSourceProvenance provenance = new SimpleDataSourceProvenance("labelled pictures", LABELS);
        return new MutableDataset<>(new ListDataSource<>(examples, LABELS, provenance));
    }

    private static Example<Label> example(Picture picture, String[] names) {
        double[] values = new double[names.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (picture.rgb()[i] & 0xff) / BRIGHTEST;
        }
        return new ArrayExample<>(new Label(picture.label()), names, values);
    }

    /** Tribuo orders features by their names: the order of these is that of the bytes. */
    private static String[] names(Picture picture) {
        return IntStream.range(0, picture.rgb().length)
                .mapToObj(i -> String.format(Locale.ROOT, "byte-%09d", i))
                .toArray(String[]::new);
    }
}
