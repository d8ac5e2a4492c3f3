package org.computility.demo.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {

    @TempDir
    Path folder;

    @Test
    void theGraphIsPackedWithItsClassesInTheOrderOfItsScores() throws Exception {
        Path result =
                result(Map.of("model.onnx", "graph", "classes.txt", "thing\nnothing\n", "examination.json", "{}"));

        TrainedModel model = TrainedModel.pack(result, folder.resolve("thing.tar"));

        AlgoPackage packed = new AlgoPackageArchive().extract(model.archive(), folder.resolve("packed"));
        assertThat(packed.id()).isEqualTo(TrainedModel.PACKAGE_ID);
        assertThat(packed.capability(TrainedModel.CAPABILITY)
                        .orElseThrow()
                        .model()
                        .output())
                .isEqualTo(new Model.Scores("scores", List.of("thing", "nothing")));
        assertThat(folder.resolve("packed/things.onnx")).hasContent("graph");
        assertThat(model.meaning(new float[] {0.25f, 0.75f}).getString("class")).isEqualTo("nothing");
        assertThat(model.meaning(new float[] {0.75f, 0.25f}).getString("class")).isEqualTo("thing");
    }

    @Test
    void aJobThatLeftNoGraphIsSaidToHaveLeftNone() throws Exception {
        Path result = result(Map.of("classes.txt", "thing\nnothing\n"));

        assertThatThrownBy(() -> TrainedModel.pack(result, folder.resolve("thing.tar")))
                .isInstanceOf(IOException.class)
                .hasMessage("The job left no model.onnx, only [classes.txt]");
    }

    private Path result(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("result.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
