package org.computility.datasets.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentBucketTest {

    @TempDir
    static Path service;

    private static S3Service s3;

    @TempDir
    Path folder;

    private final ContentBucket bucket = new ContentBucket(s3.config());

    @BeforeAll
    static void start() {
        s3 = new S3Service(service);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void whatWasPutIsGotListedAndDeleted() throws IOException {
        Path file = random("small", 1000);

        bucket.put("small", file);
        bucket.put("small", file);

        assertThat(got("small")).isEqualTo(Files.readAllBytes(file));
        assertThat(older(bucket, Instant.now().plus(Duration.ofHours(1)))).contains("small");
        assertThat(older(bucket, Instant.now().minus(Duration.ofHours(1)))).doesNotContain("small");
        assertThat(bucket.storedAt("small"))
                .hasValueSatisfying(
                        when -> assertThat(when).isAfter(Instant.now().minus(Duration.ofHours(1))));
        bucket.delete("small");
        bucket.delete("small");
        assertThat(bucket.get("small")).isEmpty();
        assertThat(bucket.storedAt("small")).isEmpty();
    }

    @Test
    void largeFilesAreSentInParts() throws IOException {
        Path file = random("large", (20 << 20) + 7);

        bucket.put("large", file);

        assertThat(got("large")).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void emptyFilesAreFilesToo() throws IOException {
        bucket.put("empty", random("empty", 0));

        assertThat(got("empty")).isEmpty();
    }

    @Test
    void listsOfMoreThanAPageAreWhole() throws IOException {
        Path file = random("one", 1);
        for (int i = 0; i < 1001; i++) {
            bucket.put("many-" + i, file);
        }

        assertThat(older(bucket, Instant.now().plus(Duration.ofHours(1))))
                .filteredOn(name -> name.startsWith("many-"))
                .hasSize(1001);
    }

    @Test
    void aWrongSecretIsRefused() {
        ContentBucket stranger = new ContentBucket(s3.config("wrong"));

        assertThatIOException().isThrownBy(() -> stranger.put("x", random("x", 1)));
        assertThatIOException().isThrownBy(() -> stranger.get("x"));
        assertThatIOException().isThrownBy(() -> stranger.storedAt("x"));
        assertThatIOException().isThrownBy(() -> older(stranger, Instant.now()));
    }

    private static List<String> older(ContentBucket bucket, Instant instant) throws IOException {
        List<String> all = new ArrayList<>();
        bucket.olderThan(instant, page -> {
            assertThat(page).hasSizeLessThanOrEqualTo(1000);
            all.addAll(page);
        });
        return all;
    }

    private byte[] got(String name) throws IOException {
        try (InputStream content = bucket.get(name).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    private Path random(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }
}
