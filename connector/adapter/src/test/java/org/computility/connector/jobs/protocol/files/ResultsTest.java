package org.computility.connector.jobs.protocol.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.ResultFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever names and folders a job left, what can be read is read, and what is left out is told. */
class ResultsTest {

    @TempDir
    Path folder;

    private Path work;
    private Results results;

    @BeforeEach
    void open() throws IOException {
        work = folder.toRealPath();
        results = new Results(work);
    }

    @Test
    void bytesThatAreNoTextAreWrittenAsHexadecimalDigits() throws Exception {
        Files.writeString(bytes("%B1%A8.txt"), "odd");
        Files.writeString(bytes("%E6%8A%A5.txt"), "text");
        Files.createDirectory(bytes("100%25-%FF"));
        Files.writeString(bytes("100%25-%FF/in"), "in");

        assertThat(results.list())
                .containsExactlyInAnyOrder(
                        new ResultFile("%B1%A8.txt", 3),
                        new ResultFile("报.txt", 4),
                        new ResultFile("100%25-%FF/in", 2));
        assertThat(read("%B1%A8.txt")).isEqualTo("odd");
        assertThat(read("报.txt")).isEqualTo("text");
        assertThat(read("100%25-%FF/in")).isEqualTo("in");
    }

    @Test
    void noTwoFilesHaveTheSameName() throws Exception {
        Files.writeString(bytes("%B1"), "odd");
        Files.writeString(bytes("%25B1"), "plain");
        Files.writeString(bytes("%25B1%25"), "longer");

        List<String> names = results.list().stream().map(ResultFile::name).toList();

        assertThat(names).containsExactlyInAnyOrder("%B1", "%B1%", "%B1%%");
        assertThat(read("%B1")).isEqualTo("plain");
        assertThat(read("%B1%")).isEqualTo("longer");
        assertThat(read("%B1%%")).isEqualTo("odd");
        assertThatThrownBy(() -> read("%B1%%%")).isInstanceOf(RuntimeFailure.class);
    }

    @Test
    void wayOutIsAsClosedInHexadecimalDigits() throws Exception {
        Path inner = Files.createDirectory(work.resolve("work"));
        Files.writeString(bytes("%FF"), "outside");
        results = new Results(inner);

        for (String name : List.of("../%FF", "%2E%2E/%FF", "%2e%2e%2f%ff", "..%2F%FF", "/%FF", "%FF%00", "%", "%F")) {
            assertThatThrownBy(() -> read(name)).as(name).isInstanceOf(RuntimeFailure.class);
        }
    }

    @Test
    void filesMayLieDeep() throws Exception {
        String deep = String.join("/", Stream.generate(() -> "d").limit(255).toList());
        Files.createDirectories(work.resolve(deep));
        Files.writeString(work.resolve(deep + "/in"), "in");

        assertThat(results.list()).containsExactly(new ResultFile(deep + "/in", 2));
        assertThat(read(deep + "/in")).isEqualTo("in");
    }

    @Test
    void whatLiesDeeperIsNamed() throws Exception {
        String deep = String.join("/", Stream.generate(() -> "d").limit(256).toList());
        Files.createDirectories(work.resolve(deep));
        Files.writeString(work.resolve(deep + "/in"), "in");
        Files.writeString(work.resolve("ok"), "ok");

        String told = read("OMITTED.txt");
        assertThat(results.list())
                .containsExactly(
                        new ResultFile("OMITTED.txt", told.getBytes(StandardCharsets.UTF_8).length),
                        new ResultFile("ok", 2));
        assertThat(told).contains("255 folders").contains(deep + "\n");
    }

    @Test
    void aFileOfTheJobKeepsItsNameBesideThatList() throws Exception {
        Files.createDirectories(work.resolve(
                String.join("/", Stream.generate(() -> "d").limit(256).toList())));
        Files.writeString(work.resolve("OMITTED.txt"), "mine");

        assertThat(results.list()).extracting(ResultFile::name).containsExactly("OMITTED-2.txt", "OMITTED.txt");
        assertThat(read("OMITTED.txt")).isEqualTo("mine");
        assertThat(read("OMITTED-2.txt")).contains("255 folders");
    }

    @Test
    void whereNothingIsLeftOutThereIsNoSuchList() throws Exception {
        Files.writeString(work.resolve("ok"), "ok");

        assertThat(results.list()).containsExactly(new ResultFile("ok", 2));
        assertThatThrownBy(() -> read("OMITTED.txt")).isInstanceOf(RuntimeFailure.class);
    }

    /** @param encoded as in an address: whatever this process takes for text */
    private Path bytes(String encoded) {
        return Path.of(URI.create("file://" + work.toUri().getRawPath() + encoded));
    }

    private String read(String name) throws Exception {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream from = results.open(name, 1_000_000)) {
            from.transferTo(read);
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
