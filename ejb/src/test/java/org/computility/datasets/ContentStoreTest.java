package org.computility.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.shared.space.DiskSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final long RESERVE = 1000L << 20;

    @TempDir
    Path data;

    private long free = 2 * RESERVE;

    private ContentStore store;

    @BeforeEach
    void open() {
        store = new ContentStore(data, new DiskSpace(() -> free, RESERVE), Optional.empty());
    }

    @Test
    void whatArrivesIsHashedAndComesIntoItsPlace() throws IOException {
        try (Arrival arrival = store.receive(text("abc"), 10)) {
            assertThat(arrival.content())
                    .isEqualTo(new StoredContent(SHA256_OF_ABC, "900150983cd24fb0d6963f7d28e17f72", 3));
            assertThat(arrival.path()).hasContent("abc");
            assertThat(store.find(SHA256_OF_ABC)).isEmpty();

            arrival.keep();
        }

        assertThat(store.find(SHA256_OF_ABC))
                .hasValueSatisfying(file -> assertThat(file).hasContent("abc"));
        assertThat(allFiles()).containsExactly(data.resolve("packages/ba/" + SHA256_OF_ABC));
    }

    @Test
    void whatCameBeforeIsFoundWhereItLies() throws IOException {
        Path place = data.resolve("packages/ba/" + SHA256_OF_ABC);
        Files.createDirectories(place.getParent());
        Files.writeString(place, "abc");

        assertThat(store.find(SHA256_OF_ABC)).contains(place);
    }

    @Test
    void theSameBytesTwiceAreOneFile() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Arrival arrival = store.receive(text("abc"), 10)) {
                arrival.keep();
            }
        }

        assertThat(allFiles()).hasSize(1);
    }

    @Test
    void whatIsNotKeptLeavesNothingBehind() throws IOException {
        store.receive(text("abc"), 10).close();

        assertThat(allFiles()).isEmpty();
    }

    @Test
    void whatDoesNotFitLeavesNothingBehindAndTheRestFitsAgainWithoutAWord() throws IOException {
        free = RESERVE;
        assertThatExceptionOfType(ContentWithoutRoom.class).isThrownBy(() -> store.receive(text("abc"), 10));

        free = RESERVE + (10 << 20);
        InputStream large = new FilterInputStream(new ByteArrayInputStream(new byte[20 << 20])) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                free -= Math.max(0, read);
                return read;
            }
        };
        assertThatExceptionOfType(ContentWithoutRoom.class).isThrownBy(() -> store.receive(large, 1 << 30));
        assertThat(free).as("the reserve is not used").isGreaterThanOrEqualTo(RESERVE);
        assertThat(allFiles()).isEmpty();

        free = 2 * RESERVE;
        store.receive(text("abc"), 10).close();
    }

    @Test
    void aDiskThatIsFullAllTheSameIsToldAsThat() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatExceptionOfType(ContentWithoutRoom.class).isThrownBy(() -> store.receive(broken, 10));
    }

    @Test
    void whatIsTooLargeLeavesNothingBehind() throws IOException {
        store.receive(text("1234567890"), 10).close();
        assertThatExceptionOfType(ContentTooLarge.class)
                .isThrownBy(() -> store.receive(text("12345678901"), 10))
                .satisfies(failure -> assertThat(failure.limit()).isEqualTo(10));

        assertThat(allFiles()).isEmpty();
    }

    @Test
    void aStreamThatBreaksLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> store.receive(broken, 10)).isInstanceOf(IOException.class);

        assertThat(allFiles()).isEmpty();
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
