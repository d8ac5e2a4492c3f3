package org.computility.runtime.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a graph runs on, with the library that has no CUDA. */
class GraphTest {

    @TempDir
    static Path temp;

    private static Path folder;
    private static Model model;

    @BeforeAll
    static void unpack() throws Exception {
        folder = temp.resolve("motion");
        Path tar = Path.of(
                GraphTest.class.getResource("/algorithms/motion-in-area.tar").toURI());
        model = new AlgoPackageArchive()
                .extract(tar, folder)
                .capabilities()
                .get(0)
                .model();
    }

    @Test
    void cudaIsNotReplacedByTheProcessorButFailsInOneLine() {
        assertThatThrownBy(() -> Graph.load(folder, model, AcceleratorChoice.CUDA))
                .isInstanceOf(InferenceException.class)
                .hasMessageStartingWith("The graph motion.onnx cannot be run on CUDA: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void autoTriesNoCudaThatIsNotThere() {
        assertThat(AcceleratorChoice.AUTO.attempts()).containsExactly(AcceleratorChoice.CPU);
    }

    @Test
    void whatDoesNotRunOnTheFirstIsTriedOnTheNext() throws Exception {
        List<AcceleratorChoice> attempts = List.of(AcceleratorChoice.CUDA, AcceleratorChoice.CPU);
        try (Graph graph = Graph.load(folder, model, attempts);
                StreamInference stream = graph.openStream()) {
            assertThat(stream.run()).hasSize(144).containsOnly(0);
        }
    }
}
