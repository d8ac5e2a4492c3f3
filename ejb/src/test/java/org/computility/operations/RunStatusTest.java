package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStatusTest {

    @Test
    void onlyStoppedAndFailedRunsAreRestarted() {
        assertThat(RunStatus.STOPPED.mayBecome(RunStatus.STARTING)).isTrue();
        assertThat(RunStatus.FAILED.mayBecome(RunStatus.STARTING)).isTrue();
        assertThat(RunStatus.COMPLETED.mayBecome(RunStatus.STARTING)).isFalse();
        assertThat(RunStatus.ABANDONED.mayBecome(RunStatus.STARTING)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "STARTING", "STARTED", "STOPPING"})
    void anActiveRunCanFail(RunStatus status) {
        assertThat(status.isActive()).isTrue();
        assertThat(status.mayBecome(RunStatus.FAILED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "ABANDONED"})
    void nothingFollowsTheEnd(RunStatus status) {
        assertThat(status.isActive()).isFalse();
        assertThat(status.followers()).isEmpty();
    }
}
