package org.computility.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Back-off pulling image "registry.example.org:5000/team/train:2" | Back-off pulling image …
                    the folder /srv/jobs/7 fails: no room | the folder … fails: no room
                    no route to 10.0.0.7 | no route to …
                    10.0.0.7: no route | … no route
                    no route to fe80::1%eth0 now | no route to … now
                    node gpu-7.cluster.local went down | node … went down
                    no answer of gpu-7:6818 | no answer of …
                    C:\\jobs\\7 is away | … is away
                    """)
    void reasonsOfJobsTellOfNoPlace(String reason, String told) {
        assertThat(CenterWords.forUsers("job", reason)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ended with exit status 3",
                "its script ended with exit status 137, which is also told of signal 9; does the node see the shared folder?",
                "the cluster took its node away: NODE_FAIL, COMPLETING",
                "exceeded its wall time",
                "its machine's disk is full",
                "ended for organisation 水务, which was assured of what it borrowed",
                "Error: the container used 1.5 GiB, e.g. too much. It ended."
            })
    void otherReasonsStayAsTheyAre(String reason) {
        assertThat(CenterWords.forUsers("job", reason)).isEqualTo(reason);
    }

    @Test
    void noReasonIsNone() {
        assertThat(CenterWords.forUsers("job", (String) null)).isNull();
    }

    private static String words(Reason reason, String message) {
        return CenterWords.forUsers("log", new RuntimeFailure(reason, message, null));
    }
}
