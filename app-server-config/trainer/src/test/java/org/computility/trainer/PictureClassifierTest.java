package org.computility.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureClassifierTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void learnsToTellPicturesThatItHasNotSeen(int colours) {
        PictureClassifier classifier = PictureClassifier.learn(Toys.pictures(300, 1, colours));

        assertThat(classifier.examine(Toys.pictures(90, 2, colours)).accuracy()).isGreaterThan(0.95);
        assertThat(classifier.classes()).containsExactlyInAnyOrderElementsOf(Toys.COLOURS.subList(0, colours));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theGraphAnswersInOnnxRuntimeWhatTheClassifierAnswers(int colours) throws Exception {
        PictureClassifier classifier = PictureClassifier.learn(Toys.pictures(60, 1, colours));

        for (Picture picture : Toys.pictures(50, 3, colours)) {
            Map<String, Double> expected = classifier.scores(picture);
            float[] found = run(classifier.graph(), picture);
            for (int i = 0; i < colours; i++) {
                assertThat((double) found[i])
                        .isCloseTo(expected.get(classifier.classes().get(i)), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theSamePicturesMakeTheSameClassifier(int colours) {
        List<Picture> pictures = Toys.pictures(60, 1, colours);
        Picture other = Toys.pictures(1, 4, colours).get(0);

        assertThat(PictureClassifier.learn(pictures).scores(other))
                .isEqualTo(PictureClassifier.learn(pictures).scores(other));
    }

    private static float[] run(byte[] graph, Picture picture) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        ByteBuffer bytes = ByteBuffer.allocateDirect(picture.rgb().length).put(picture.rgb());
        bytes.flip();
        long[] shape = {picture.height(), picture.width(), 3};
        try (OrtSession session = environment.createSession(graph);
                OnnxTensor frame = OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of(FrameGraph.INPUT, frame))) {
            return ((float[][]) result.get(FrameGraph.OUTPUT).orElseThrow().getValue())[0];
        }
    }
}
