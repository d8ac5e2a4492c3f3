package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolRecordTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 70_000})
    void whatIsWrittenIsReadAgainWhereverItStands(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path segment = segment(joined(new byte[13], SpoolRecord.of(content).array()));

        assertThat(SpoolRecord.read(segment, 13)).isEqualTo(content);
        assertThat(Files.size(segment)).isEqualTo(13 + SpoolRecord.size(content));
    }

    @Test
    void anyByteThatChangedMakesItNone() throws Exception {
        byte[] good = SpoolRecord.of(new byte[] {1, 2, 3, 4}).array();
        for (int i = 0; i < good.length; i++) {
            byte[] spoiled = good.clone();
            spoiled[i] ^= 0x10;

            assertThat(SpoolRecord.read(segment(spoiled), 0)).as("byte %d", i).isNull();
        }
    }

    @Test
    void aRecordCutOffAnywhereIsNone() throws Exception {
        byte[] good = SpoolRecord.of(new byte[] {1, 2, 3, 4}).array();
        for (int length = 0; length < good.length; length++) {
            assertThat(SpoolRecord.read(segment(Arrays.copyOf(good, length)), 0))
                    .as("%d bytes of it", length)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 30})
    void aLengthThatMakesNoSenseTakesNoMemory(int length) throws Exception {
        byte[] header =
                ByteBuffer.allocate(12).putInt(length).putInt(7).putInt(0).array();

        assertThat(SpoolRecord.read(segment(header), 0)).isNull();
    }

    @Test
    void behindTheEndThereIsNone() throws Exception {
        assertThat(SpoolRecord.read(segment(new byte[10]), 4000)).isNull();
    }

    private Path segment(byte[] content) throws IOException {
        return Files.write(temp.resolve("segment"), content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
