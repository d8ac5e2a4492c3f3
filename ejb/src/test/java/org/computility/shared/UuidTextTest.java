package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @Test
    void readsCapitalAndSmallLetters() {
        UUID uuid = UUID.fromString("0e2b1e6c-9d3a-4c4e-8f55-0123456789ab");

        assertThat(UuidText.read("0e2b1e6c-9d3a-4c4e-8f55-0123456789ab")).contains(uuid);
        assertThat(UuidText.read("0E2B1E6C-9D3A-4C4E-8F55-0123456789AB")).contains(uuid);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0e2b1e6c9d3a4c4e8f550123456789ab",
                "0e2b1e6c-9d3a-4c4e-8f55-zzzzzzzzzzzz",
                "00e2b1e6c-9d3a-4c4e-8f55-123456789ab",
                "+e2b1e6c-9d3a-4c4e-8f55-0123456789ab",
                " 0e2b1e6c-9d3a-4c4e-8f55-0123456789a"
            })
    void takesNothingElse(String text) {
        assertThat(UuidText.isOne(text)).isFalse();
    }
}
