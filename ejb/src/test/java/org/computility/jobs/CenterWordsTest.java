package org.computility.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CenterWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources.cores must be at most 4",
                "the data set 7 is there no more",
                "The job left more than 10000 files",
                "command must name a program"
            })
    void whatTheJobAsksForMayBeSaid(String why) {
        assertThat(words(Reason.REFUSED, why)).isEqualTo("The center refused it: " + why + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://10.0.0.7:6820/slurm/v0.0.41/job/submit: Requested node configuration is not available",
                "image must be a root folder with usr in it, not /srv/images/one",
                "location 10.0.0.7 may not be called",
                "resources.cores of /srv"
            })
    void addressesAndFoldersStayInside(String why) {
        assertThat(words(Reason.REFUSED, why)).isEqualTo("The center refused it.");
    }

    @Test
    void whoDoesNotAnswerIsNotNamed() {
        assertThat(words(Reason.UNREACHABLE, "http://10.0.0.7: connection refused"))
                .isEqualTo("The center does not answer now.");
    }

    private static String words(Reason reason, String message) {
        return CenterWords.forUsers("log", new RuntimeFailure(reason, message, null));
    }
}
