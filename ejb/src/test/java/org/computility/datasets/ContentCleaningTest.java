package org.computility.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.shared.space.DiskSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCleaningTest {

    private final Instant tomorrow = Instant.now().plus(Duration.ofHours(25));
    private final ContentCleaning cleaning = new ContentCleaning();

    @TempDir
    Path data;

    private ContentStore store;

    @BeforeEach
    void oneDayLater() {
        store = new ContentStore(data, new DiskSpace(() -> 1L << 40, 0), Optional.empty());
        cleaning.store = store;
        cleaning.clock = Clock.fixed(tomorrow, ZoneOffset.UTC);
    }

    @Test
    void whatNoRoomNeedsIsDeletedOnceItIsADayOld() throws IOException {
        String needed = kept("needed");
        String orphan = kept("orphan");
        cleaning.clock = Clock.systemUTC();
        assertThat(cleaning.clean(List.of(needing(needed)))).isZero();

        cleaning.clock = Clock.fixed(tomorrow, ZoneOffset.UTC);
        assertThat(cleaning.clean(List.of(needing(needed)))).isOne();

        assertThat(store.find(needed)).isPresent();
        assertThat(store.find(orphan)).isEmpty();
    }

    @Test
    void everyRoomIsAsked() throws IOException {
        String one = kept("one");
        String other = kept("other");

        assertThat(cleaning.clean(List.of(needing(one), needing(other)))).isZero();
    }

    @Test
    void whatNeverCameToItsPlaceIsDeleted() throws IOException {
        Arrival lost = store.receive(text("left by a server that died"), 100);

        assertThat(cleaning.clean(List.of(needing()))).isOne();

        assertThat(lost.path()).doesNotExist();
    }

    @Test
    void whatComesAnewWhileRoomsAreAskedStays() throws IOException {
        String content = kept("again");
        ContentNeeds slow = names -> {
            touch(content);
            return Set.of();
        };

        assertThat(cleaning.clean(List.of(slow))).isZero();
    }

    @Test
    void nothingIsDeletedWhileARoomCannotSayWhatItNeeds() throws IOException {
        String content = kept("needed by somebody");

        assertThatIllegalStateException()
                .isThrownBy(() -> cleaning.clean(List.of(needing(), names -> {
                    throw new IllegalStateException("no database");
                })));
        assertThatIllegalStateException().isThrownBy(() -> cleaning.clean(List.of()));

        assertThat(store.find(content)).isPresent();
    }

    @Test
    void aStoreThatWasNeverUsedIsClean() throws IOException {
        assertThat(cleaning.clean(List.of(needing()))).isZero();
    }

    @Test
    void roomsAreAskedForAThousandAtMost() throws IOException {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1001; i++) {
            all.add(kept("content " + i));
        }
        Set<String> asked = new HashSet<>();

        assertThat(cleaning.clean(List.of(names -> {
                    assertThat(names).hasSizeLessThanOrEqualTo(1000);
                    asked.addAll(names);
                    return Set.copyOf(names);
                })))
                .isZero();
        assertThat(asked).isEqualTo(all);
    }

    private String kept(String text) throws IOException {
        try (Arrival arrival = store.receive(text(text), 100)) {
            arrival.keep();
            return arrival.content().sha256();
        }
    }

    private void touch(String content) {
        try {
            Files.setLastModifiedTime(store.find(content).orElseThrow(), FileTime.from(tomorrow));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ContentNeeds needing(String... contents) {
        return names -> names.stream().filter(Set.of(contents)::contains).collect(Collectors.toSet());
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
