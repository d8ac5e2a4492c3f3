package org.computility.runtime.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.algopackage.Model;
import org.computility.runtime.algorithms.OddGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that do not keep what their description promises are refused when they are loaded, in words that help. */
@Timeout(60)
class OddGraphsTest {

    private static final List<Model.State> NO_STATE = List.of();
    private static final List<Model.State> COUNT = List.of(new Model.State("before", "now"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2, 3, 2x3", "2, 3, 1x2x3", "2, 3, 1x1x2x3", "2, 3, 6", "2, 3, 2x3x1", "1, 1, 1", "1, 4, 4", "4, 1, 4x1"
    })
    void aGridIsReadRowByRowWhateverStandsAroundIt(int rows, int columns, String shape) throws Exception {
        try (Graph graph = load(OddGraphs.answering(shape(shape)), model("cells", rows, columns, NO_STATE));
                StreamInference stream = graph.openStream()) {
            float[] cells = stream.run();

            assertThat(cells).hasSize(rows * columns);
            for (int i = 0; i < cells.length; i++) {
                assertThat(cells[i]).isEqualTo(i / 10f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9, 16, 9x8, '[9, 8]'",
        "9, 16, 10x16, '[10, 16]'",
        "9, 16, 16x9, '[16, 9]'",
        "2, 3, 2x2x3, '[2, 2, 3]'",
        "2, 3, 5, '[5]'",
        "2, 3, 7, '[7]'"
    })
    void anotherGridIsRefusedWithBothShapes(int rows, int columns, String shape, String printed) {
        assertThatThrownBy(() -> load(OddGraphs.answering(shape(shape)), model("cells", rows, columns, NO_STATE)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("cells is " + printed)
                .hasMessageContaining("not %d rows of %d columns".formatted(rows, columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1x3", "3x1"})
    void scoresAreReadInTheirOrder(String shape) throws Exception {
        try (Graph graph = load(OddGraphs.answering(shape(shape)), scores("a", "b", "c"));
                StreamInference stream = graph.openStream()) {
            assertThat(stream.run()).containsExactly(0, 0.1f, 0.2f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "3x3", "2x3"})
    void otherScoresThanClassesAreRefused(String shape) {
        assertThatThrownBy(() -> load(OddGraphs.answering(shape(shape)), scores("a", "b", "c")))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("not 3 scores");
    }

    @Test
    void whatTheDescriptionNamesMustBeThere() {
        byte[] graph = OddGraphs.answering(1, 1);

        assertThatThrownBy(() -> load(graph, model("shares", 1, 1, NO_STATE)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("it has no output shares");
        assertThatThrownBy(() -> load(graph, model("cells", 1, 1, COUNT)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("it lacks the state before or now");
        Model otherInput =
                new Model("odd.onnx", "picture", OddGraphs.SIDE, OddGraphs.SIDE, NO_STATE, 1, output("cells", 1, 1));
        assertThatThrownBy(() -> load(graph, otherInput))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("it has no input picture");
    }

    @Test
    void anInputOfAnotherKindOrSizeIsRefused() {
        assertThatThrownBy(() -> load(OddGraphs.takingFloats(), model("cells", 1, 1, NO_STATE)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("its input frame does not take bytes [16, 16, 3]");
        Model larger = new Model("odd.onnx", "frame", 32, 16, NO_STATE, 1, output("cells", 1, 1));
        assertThatThrownBy(() -> load(OddGraphs.answering(1, 1), larger))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("does not take bytes [16, 32, 3]");
    }

    @Test
    void aStateThatDoesNotFitAgainOrHasNoShapeIsRefusedWithTheShape() {
        assertThatThrownBy(() -> load(OddGraphs.growing(), model("cells", 1, 1, COUNT)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("its state before is [1, 1], but now is [2, 1]");
        assertThatThrownBy(() -> load(OddGraphs.shapeless(), model("cells", 1, 1, COUNT)))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("its state before is [-1, 1], which is no shape to begin with");
    }

    @Test
    void whatIsNoGraphIsRefusedInOneLine() {
        for (byte[] wrong : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[5000])) {
            assertThatThrownBy(() -> load(wrong, model("cells", 1, 1, NO_STATE)))
                    .isInstanceOf(InferenceException.class)
                    .hasMessageStartingWith("The graph odd.onnx cannot be run on CPU: ");
        }
        assertThatThrownBy(() ->
                        Graph.load(folder.resolve("nowhere"), model("cells", 1, 1, NO_STATE), AcceleratorChoice.CPU))
                .isInstanceOf(InferenceException.class);
    }

    @Test
    void eachStreamHasAStateOfItsOwnUntilItBeginsAnew() throws Exception {
        try (Graph graph = load(OddGraphs.counting(), model("cells", 1, 1, COUNT));
                StreamInference one = graph.openStream();
                StreamInference other = graph.openStream()) {
            assertThat(List.of(one.run()[0], one.run()[0], one.run()[0])).containsExactly(1f, 2f, 3f);
            assertThat(other.run()[0]).isEqualTo(1);
            one.reset();
            assertThat(one.run()[0]).isEqualTo(1);
            assertThat(other.run()[0]).isEqualTo(2);
        }
    }

    @Test
    void manyStreamsRunThroughOneGraphAtOnceAndDisturbNobody() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Graph graph = load(OddGraphs.counting(), model("cells", 1, 1, COUNT))) {
            List<Callable<Float>> runs = new ArrayList<>();
            for (int i = 1; i <= 24; i++) {
                int frames = i;
                runs.add(() -> count(graph, frames));
            }
            List<Future<Float>> counted = threads.invokeAll(runs);

            for (int i = 0; i < counted.size(); i++) {
                assertThat(counted.get(i).get()).isEqualTo(i + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aGraphThatIsUnloadedServesThoseWhoHaveItAndNobodyNew() throws Exception {
        Graph graph = load(OddGraphs.counting(), model("cells", 1, 1, COUNT));
        try (StreamInference stream = graph.openStream()) {
            graph.close();
            assertThat(stream.run()[0]).isEqualTo(1);
            assertThat(graph.openStream().run()[0]).as("while one has it").isEqualTo(1);
        }
    }

    @Test
    void aGraphThatNobodyHasAnyMoreIsFreed() throws Exception {
        Graph graph = load(OddGraphs.counting(), model("cells", 1, 1, COUNT));
        graph.openStream().close();
        graph.close();

        assertThatThrownBy(graph::openStream)
                .isInstanceOf(InferenceException.class)
                .hasMessage("The graph is unloaded");
    }

    private static float count(Graph graph, int frames) throws InferenceException {
        try (StreamInference stream = graph.openStream()) {
            float last = 0;
            for (int i = 0; i < frames; i++) {
                last = stream.run()[0];
            }
            return last;
        }
    }

    private Graph load(byte[] graph, Model model) throws Exception {
        Files.write(folder.resolve("odd.onnx"), graph);
        return Graph.load(folder, model, AcceleratorChoice.CPU);
    }

    private static Model model(String output, int rows, int columns, List<Model.State> state) {
        return new Model("odd.onnx", "frame", OddGraphs.SIDE, OddGraphs.SIDE, state, 1, output(output, rows, columns));
    }

    private static Model scores(String... classes) {
        Model.Scores output = new Model.Scores("cells", List.of(classes));
        return new Model("odd.onnx", "frame", OddGraphs.SIDE, OddGraphs.SIDE, NO_STATE, Model.ANY_GAP, output);
    }

    private static Model.Output output(String tensor, int rows, int columns) {
        return new Model.Grid(tensor, columns, rows, "share", 0.5, 0.5, 0);
    }

    private static long[] shape(String text) {
        return List.of(text.split("x")).stream().mapToLong(Long::parseLong).toArray();
    }
}
