package org.computility.observation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private static final MediaType OPEN = new MediaType("application", "openmetrics-text");

    @Test
    void isWhatTheCallerNamesFirst() {
        assertThat(Exposition.wanted(List.of(OPEN, MediaType.TEXT_PLAIN_TYPE))).isEqualTo(Exposition.OPEN_METRICS);
        assertThat(Exposition.wanted(List.of(MediaType.TEXT_PLAIN_TYPE, OPEN))).isEqualTo(Exposition.TEXT);
    }

    @Test
    void isPlainTextForWhoeverTakesAnything() {
        assertThat(Exposition.wanted(List.of(MediaType.WILDCARD_TYPE))).isEqualTo(Exposition.TEXT);
        assertThat(Exposition.wanted(List.of())).isEqualTo(Exposition.TEXT);
    }

    @Test
    void passesOverWhatIsNotWritten() {
        MediaType protobuf = new MediaType("application", "vnd.google.protobuf");

        assertThat(Exposition.wanted(List.of(protobuf, OPEN))).isEqualTo(Exposition.OPEN_METRICS);
    }
}
