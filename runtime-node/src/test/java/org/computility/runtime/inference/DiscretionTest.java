package org.computility.runtime.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscretionTest {

    @TempDir
    Path home;

    @Test
    void onnxRuntimeKeepsNoRecordOfItsUse() throws Exception {
        ProcessBuilder node = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        User.class.getName()))
                // Its own streams: this process's belong to the build, which would wait for answers that got lost in
                // them.
                .redirectErrorStream(true);
        node.environment().put("HOME", home.toString());
        node.environment().put("XDG_CACHE_HOME", home.resolve(".cache").toString());

        Process used = node.start();
        assertThat(new String(used.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("ONNX Runtime is ");
        assertThat(used.waitFor()).isZero();
        assertThat(records()).isEmpty();
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> file.toString().contains("onnxruntime")).toList();
        }
    }

    /** Stands for a node, in a process of its own because the environment is made once in each. */
    static final class User {

        public static void main(String... arguments) {
            System.out.println("ONNX Runtime is " + Graph.ENVIRONMENT);
        }
    }
}
