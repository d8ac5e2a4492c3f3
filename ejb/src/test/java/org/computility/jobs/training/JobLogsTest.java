package org.computility.jobs.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobLogsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "epoch 1\n", "水", "loss 水", "𝄞"})
    void wholeTextsStayWhole(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(JobLogs.wholeCharacters(bytes)).isEqualTo(bytes.length);
    }

    @Test
    void aCutCharacterComesWithTheNextPart() {
        byte[] bytes = "a𝄞".getBytes(UTF_8);
        for (int cut = 2; cut < bytes.length; cut++) {
            assertThat(JobLogs.wholeCharacters(Arrays.copyOf(bytes, cut))).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoTextIsNotWaitedFor() {
        byte[] bytes = {'a', (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80};

        assertThat(JobLogs.wholeCharacters(bytes)).isEqualTo(bytes.length);
    }
}
