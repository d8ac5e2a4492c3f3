package org.computility.shared.rest.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 100",
        "bytes=10-19, 10, 10",
        "bytes=90-, 90, 10",
        "bytes=90-500, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-500, 0, 100",
        "bytes=99-99, 99, 1"
    })
    void oneRangeIsRead(String header, long first, long length) {
        assertThat(ByteRange.read(header, 100)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"bytes=-", "bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b"})
    void anythingElseMeansTheWhole(String header) {
        assertThat(ByteRange.read(header, 100)).isEmpty();
    }

    @Test
    void aRangeBehindTheEndIsNotSatisfiable() {
        ByteRange range = ByteRange.read("bytes=100-", 100).orElseThrow();

        assertThat(range.isSatisfiable()).isFalse();
        assertThat(range.contentRange(100)).isEqualTo("bytes */100");
        assertThat(new ByteRange(10, 5).contentRange(100)).isEqualTo("bytes 10-14/100");
    }
}
