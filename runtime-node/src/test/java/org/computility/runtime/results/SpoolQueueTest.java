package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolQueueTest {

    private static final String RECEIVER = "http://192.0.2.1/";
    private static final int ALL = 1000;
    /** Each record of the tests starts a segment of its own. */
    private static final long TINY = 1;

    private static final long LARGE = 1 << 20;

    @TempDir
    Path temp;

    private SpoolQueue queue;

    @AfterEach
    void close() throws IOException {
        if (queue != null) {
            queue.close();
        }
    }

    @Test
    void aRemovedQueueLeavesNothingAndCanBeMadeAgain() throws Exception {
        Path leftover = Files.createDirectory(temp.resolve("queue.part"));
        Files.writeString(leftover.resolve("address"), "left by a process that was killed while it removed a queue");
        create(100, "one");

        Files.createDirectories(leftover);
        queue.delete();
        assertThat(folder()).doesNotExist();
        assertThat(leftover).doesNotExist();

        create(100);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whatWasDoneWithDoesNotComeBackAfterARestart() throws Exception {
        create(20, "one", "two", "three", "four");
        queue.advance(queue.peek(2, ALL).end());

        reopen(20);
        assertThat(waiting()).containsExactly("three", "four");
        assertThat(queue.receiver()).isEqualTo(RECEIVER);
    }

    @Test
    void aLookTakesNothingAndHasTwoBounds() throws Exception {
        create(LARGE, "one", "two", "three");

        assertThat(texts(queue.peek(2, ALL))).containsExactly("one", "two");
        assertThat(texts(queue.peek(ALL, 4))).as("the second passes the bound").containsExactly("one", "two");
        assertThat(texts(queue.peek(ALL, 1))).as("one at least").containsExactly("one");
        assertThat(waiting()).containsExactly("one", "two", "three");
    }

    @Test
    void emptyAndLargeRecordsComeBackAsTheyWere() throws Exception {
        String large = "x".repeat(3 << 20);
        create(LARGE, "", large, "");

        reopen(LARGE);
        assertThat(texts(queue.peek(ALL, Long.MAX_VALUE))).containsExactly("", large, "");
    }

    @Test
    void segmentsThatAreDoneWithLeaveTheDisk() throws Exception {
        create(TINY, "one", "two", "three", "four");
        assertThat(segments()).hasSize(4);
        long before = queue.bytes();

        queue.advance(queue.peek(3, ALL).end());

        assertThat(segments()).hasSizeLessThanOrEqualTo(2);
        assertThat(queue.bytes()).isLessThan(before);
        assertThat(waiting()).containsExactly("four");
    }

    @Test
    void theOldestSegmentIsGivenUpButNeverTheLastOne() throws Exception {
        create(TINY, "one", "two", "three");

        assertThat(queue.giveUpOldest()).isTrue();
        assertThat(waiting()).containsExactly("two", "three");
        assertThat(queue.giveUpOldest()).isTrue();
        assertThat(queue.giveUpOldest()).isFalse();
        assertThat(waiting()).containsExactly("three");
    }

    @Test
    void aDeliveryThatEndsAfterItsSegmentWasGivenUpTakesNothingBack() throws Exception {
        create(TINY, "one", "two", "three");
        SpoolPosition behindOne = queue.peek(1, ALL).end();
        queue.giveUpOldest();
        queue.giveUpOldest();

        queue.advance(behindOne);

        assertThat(waiting()).containsExactly("three");
        queue.append(bytes("four"));
        reopen(TINY);
        assertThat(waiting()).containsExactly("three", "four");

        // The place that was kept before lies in none of the new segments.
        reopen(LARGE);
        assertThat(waiting()).containsExactly("three", "four");
    }

    @Test
    void whereverItsProcessEndsWholeRecordsStayAndNewOnesFollow() throws Exception {
        create(LARGE, "one", "two", "three");
        queue.close();
        byte[] whole = Files.readAllBytes(segments().get(0));
        int record = 8 + "one".length();
        for (int length = 0; length <= whole.length; length++) {
            Path folder = Files.createDirectory(temp.resolve("cut-" + length));
            Files.writeString(folder.resolve("address"), RECEIVER);
            Files.write(folder.resolve("000000000001.segment"), Arrays.copyOf(whole, length));
            int kept = length < record ? 0 : length < 2 * record ? 1 : length < whole.length ? 2 : 3;

            SpoolQueue cut = SpoolQueue.open(folder, LARGE);
            cut.append(bytes("new"));

            List<String> expected = Stream.concat(
                            Stream.of("one", "two", "three").limit(kept), Stream.of("new"))
                    .toList();
            assertThat(texts(cut.peek(ALL, ALL))).as("cut to %d bytes", length).isEqualTo(expected);
            cut.advance(cut.peek(ALL, ALL).end());
            assertThat(cut.isEmpty()).isTrue();
            cut.close();
        }
    }

    @Test
    void aSpoiledRecordCostsItsSegmentAndNoOther() throws Exception {
        create(2 * 11, "one", "two", "xxx", "four", "five", "six");
        queue.close();
        Path second = segments().get(1);
        byte[] bytes = Files.readAllBytes(second);
        bytes[bytes.length - 1] ^= 1;
        Files.write(second, bytes);

        reopen(LARGE);
        assertThat(waiting()).startsWith("one", "two").endsWith("five", "six").doesNotContain("four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1 5", "1", "1 2 3", "1  2", "99999999999999999999 1", "\0\0\0\0"})
    void aPlaceThatMakesNoSenseMeansTheBeginning(String spoiled) throws Exception {
        create(LARGE, "one", "two");
        queue.advance(queue.peek(1, ALL).end());
        queue.close();
        Files.writeString(folder().resolve("position"), spoiled);

        reopen(LARGE);
        assertThat(waiting()).as("again rather than never").containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 0", "2 50", "1 5000"})
    void aPlaceWhoseSegmentAPowerCutTookHidesNothingThatComes(String place) throws Exception {
        create(LARGE, "one");
        queue.close();
        Files.writeString(folder().resolve("position"), place);

        reopen(LARGE);
        queue.append(bytes("two"));
        assertThat(waiting()).contains("two");
        queue.advance(queue.peek(ALL, ALL).end());
        reopen(LARGE);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aQueueWhoseSegmentsSomebodyRemovedTakesNewOnes() throws Exception {
        create(LARGE, "one", "two");
        queue.advance(queue.peek(1, ALL).end());
        queue.close();
        for (Path each : segments()) {
            Files.delete(each);
        }

        reopen(LARGE);
        queue.append(bytes("three"));
        queue.append(bytes("four"));
        assertThat(waiting()).containsExactly("three", "four");
    }

    @Test
    void manyRestartsLoseNothingAndRepeatNothing() throws Exception {
        create(40);
        for (int i = 0; i < 50; i++) {
            queue.append(bytes("r" + i));
            if (i % 3 == 0) {
                reopen(40);
            }
            if (i % 5 == 4) {
                queue.advance(queue.peek(2, ALL).end());
            }
        }
        assertThat(waiting())
                .containsExactlyElementsOf(
                        IntStream.range(20, 50).mapToObj(i -> "r" + i).toList());
    }

    /** A process whose files may not grow beyond 20 KiB meets what a full disk shows: part of a record is written. */
    @Test
    void aRecordThatFoundNoRoomHarmsNoneThatFollows() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to set the limit");
        Process crowded = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "ulimit -f 20 && exec \"$0\" -Xshare:auto -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        Crowded.class.getName(),
                        folder().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(crowded.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(crowded.waitFor()).as(said).isZero();
        assertThat(said).contains("no room after 6");

        reopen(LARGE);
        assertThat(texts(queue.peek(ALL, LARGE)))
                .extracting(text -> text.substring(0, 5))
                .containsExactly("large", "large", "large", "large", "large", "large", "small", "small");
    }

    /** Writes large records until there is no room for one more, then two small ones, for which there is. */
    static final class Crowded {

        public static void main(String... arguments) throws IOException {
            SpoolQueue queue = SpoolQueue.create(Path.of(arguments[0]), RECEIVER, LARGE);
            int written = 0;
            try {
                while (written < 100) {
                    queue.append(bytes("large" + "x".repeat(3000)));
                    written++;
                }
            } catch (IOException e) {
                System.out.println("no room after " + written);
            }
            queue.append(bytes("small 1"));
            queue.append(bytes("small 2"));
            queue.close();
        }
    }

    private Path folder() {
        return temp.resolve("queue");
    }

    private void create(long segmentBytes, String... texts) throws IOException {
        queue = SpoolQueue.create(folder(), RECEIVER, segmentBytes);
        for (String each : texts) {
            queue.append(bytes(each));
        }
    }

    private void reopen(long segmentBytes) throws IOException {
        if (queue != null) {
            queue.close();
        }
        queue = SpoolQueue.open(folder(), segmentBytes);
    }

    private List<String> waiting() throws IOException {
        return texts(queue.peek(ALL, ALL));
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".segment")).sorted().toList();
        }
    }

    private static List<String> texts(SpoolQueue.Batch batch) {
        return batch.records().stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
