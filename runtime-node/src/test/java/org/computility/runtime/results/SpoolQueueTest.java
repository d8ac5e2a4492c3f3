package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolQueueTest {

    @TempDir
    Path temp;

    @Test
    void aRemovedQueueLeavesNothingAndCanBeMadeAgain() throws Exception {
        Path folder = temp.resolve("queue");
        Path leftover = Files.createDirectory(temp.resolve("queue.part"));
        Files.writeString(leftover.resolve("address"), "left by a process that was killed while it removed a queue");
        SpoolQueue queue = SpoolQueue.create(folder, "http://192.0.2.1/", 100);
        queue.append(bytes("one"));

        Files.createDirectories(leftover);
        queue.delete();
        assertThat(folder).doesNotExist();
        assertThat(leftover).doesNotExist();

        SpoolQueue again = SpoolQueue.create(folder, "http://192.0.2.1/", 100);
        assertThat(again.isEmpty()).isTrue();
        again.close();
    }

    @Test
    void whatWasDoneWithDoesNotComeBackAfterARestart() throws Exception {
        SpoolQueue queue = SpoolQueue.create(temp.resolve("queue"), "http://192.0.2.1/", 20);
        for (String each : List.of("one", "two", "three", "four")) {
            queue.append(bytes(each));
        }
        queue.advance(queue.peek(2, 1000).end());
        queue.close();

        SpoolQueue again = SpoolQueue.open(temp.resolve("queue"), 20);
        assertThat(again.peek(10, 1000).records())
                .extracting(r -> new String(r, StandardCharsets.UTF_8))
                .containsExactly("three", "four");
        again.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
