package org.computility.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.datasets.bucket.ContentBucket;
import org.computility.datasets.bucket.S3Service;
import org.computility.shared.Unavailable;
import org.computility.shared.space.DiskSpace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A content store whose contents lie in a bucket. */
class BucketStoreTest {

    @TempDir
    Path folder;

    private S3Service s3;
    private ContentStore one;
    private ContentStore other;

    @BeforeEach
    void start() {
        s3 = new S3Service(folder.resolve("s3"));
        one = store("one");
        other = store("other");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void whatOneServerTookAnotherHasWithoutACommonFolder() throws IOException {
        String sha256 = take("abc");

        assertThat(one.find(sha256)).hasValueSatisfying(file -> assertThat(file).hasContent("abc"));
        assertThat(other.find(sha256))
                .hasValueSatisfying(file ->
                        assertThat(file).hasContent("abc").isEqualTo(folder.resolve("other/packages/ba/" + sha256)));
        assertThat(other.find("00".repeat(32))).isEmpty();
    }

    @Test
    void copiesLeaveTheDiskAndWhatNobodyNeedsTheBucket() throws IOException {
        String needed = take("needed");
        String gone = take("gone");
        age(one.find(needed).orElseThrow());
        ContentCleaning cleaning = new ContentCleaning();
        cleaning.store = one;
        cleaning.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

        cleaning.clean(List.of(needs(needed)));

        try (var left = Files.walk(folder.resolve("one"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(one.find(needed)).hasValueSatisfying(file -> assertThat(file).hasContent("needed"));
        assertThat(one.find(gone)).isEmpty();
    }

    @Test
    void whatLayInTheFolderBeforeGoesIntoTheBucketFirst() throws IOException {
        ContentStore before =
                new ContentStore(folder.resolve("one"), new DiskSpace(() -> 1L << 40, 0), Optional.empty());
        String needed = take(before, "from before");
        String orphan = take(before, "from before, for nobody");
        age(before.find(needed).orElseThrow());
        age(before.find(orphan).orElseThrow());

        assertThat(cleaning().clean(List.of(needs(needed)))).isEqualTo(2);

        assertThat(one.find(orphan)).isEmpty();
        assertThat(other.find(needed))
                .hasValueSatisfying(file -> assertThat(file).hasContent("from before"));
    }

    @Test
    void whatIsNotOursStaysInTheBucket() throws IOException {
        ContentBucket bucket = new ContentBucket(s3.config());
        Path file = Files.writeString(folder.resolve("theirs"), "theirs");
        List<String> theirs = List.of("readme.txt", "backup/" + "0a".repeat(32), "0A".repeat(32), "0a".repeat(33));
        for (String name : theirs) {
            bucket.put(name, file);
            age(object(name));
        }

        assertThat(cleaning().clean(List.of(needs()))).isZero();

        for (String name : theirs) {
            try (var there = bucket.get(name).orElseThrow()) {
                assertThat(there).hasContent("theirs");
            }
        }
    }

    @Test
    void whatComesAnewOrIsNeededMeanwhileStaysInTheBucket() throws IOException {
        String again = take("again");
        String wanted = take("wanted");
        age(object(again));
        age(object(wanted));
        Set<String> asked = new HashSet<>();
        ContentNeeds slow = names -> {
            if (asked.isEmpty()) {
                asked.addAll(names);
                takeAnew("again");
                return Set.of();
            }
            return names.contains(wanted) ? Set.of(wanted) : Set.of();
        };

        assertThat(cleaning().clean(List.of(slow))).isZero();

        assertThat(asked).contains(again, wanted);
        assertThat(other.find(again)).isPresent();
        assertThat(other.find(wanted)).isPresent();
    }

    @Test
    void otherBytesUnderANameAreNotTaken() throws IOException {
        String sha256 = take("abc");
        Path wrong = Files.writeString(folder.resolve("wrong"), "abd");
        new ContentBucket(s3.config()).put(sha256, wrong);

        assertThatThrownBy(() -> other.find(sha256)).isInstanceOf(Unavailable.class);
    }

    @Test
    void withoutTheServiceCopiesAreReadAndNothingIsKept() throws IOException {
        String sha256 = take("abc");
        s3.close();

        assertThat(one.find(sha256)).isPresent();
        assertThatThrownBy(() -> other.find(sha256))
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.code()).isEqualTo("storage-away"));
        assertThatThrownBy(() -> take("more")).isInstanceOf(IOException.class);
    }

    private ContentCleaning cleaning() {
        ContentCleaning cleaning = new ContentCleaning();
        cleaning.store = one;
        cleaning.clock = Clock.systemUTC();
        return cleaning;
    }

    private Path object(String name) {
        return folder.resolve("s3/objects/computility").resolve(name);
    }

    private void takeAnew(String text) {
        try {
            take(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String take(String text) throws IOException {
        return take(one, text);
    }

    private static String take(ContentStore store, String text) throws IOException {
        try (Arrival arrival =
                store.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), Long.MAX_VALUE)) {
            arrival.keep();
            return arrival.content().sha256();
        }
    }

    private ContentStore store(String server) {
        return new ContentStore(
                folder.resolve(server), new DiskSpace(() -> 1L << 40, 0), Optional.of(new ContentBucket(s3.config())));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    }

    private static ContentNeeds needs(String... names) {
        return new ContentNeeds() {
            @Override
            public Set<String> among(Collection<String> sha256s) {
                return sha256s.stream().filter(Set.of(names)::contains).collect(Collectors.toSet());
            }
        };
    }
}
