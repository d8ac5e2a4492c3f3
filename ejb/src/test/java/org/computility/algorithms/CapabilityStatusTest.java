package org.computility.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.algorithms.SomePackages.NOON;

import java.util.EnumSet;
import java.util.Set;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilityStatusTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusCanStillBecomePublished(CapabilityStatus from) {
        Set<CapabilityStatus> reached = EnumSet.of(from);
        boolean grown = true;
        while (grown) {
            Set<CapabilityStatus> next = EnumSet.copyOf(reached);
            reached.forEach(status -> next.addAll(status.followers()));
            grown = reached.addAll(next);
        }

        assertThat(reached).contains(CapabilityStatus.PUBLISHED);
    }

    @Test
    void onlyWhatIsDeployableOrLaterIsLoadable() {
        assertThat(CapabilityStatus.UNTESTED.loadable()).isFalse();
        assertThat(CapabilityStatus.APPLYING.loadable()).isFalse();
        assertThat(CapabilityStatus.DEPLOYABLE.loadable()).isTrue();
        assertThat(CapabilityStatus.PUBLISHED.loadable()).isTrue();
    }

    @Test
    void aCapabilityMovesOnlyToAFollower() {
        Capability capability =
                new Capability(new AlgorithmPackage(SomePackages.id(1), SomePackages.NORTH, NOON), "A", NOON);
        capability.describe(SomePackages.capability("A"));

        assertThatThrownBy(() -> capability.move(CapabilityStatus.PUBLISHED, NOON))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("APPLYING")
                .extracting("code")
                .isEqualTo("capability-status-order");
        assertThat(capability.view().status()).isEqualTo(CapabilityStatus.UNTESTED);

        capability.move(CapabilityStatus.APPLYING, NOON);
        capability.move(CapabilityStatus.APPLYING, NOON);
        assertThat(capability.view().status()).isEqualTo(CapabilityStatus.APPLYING);
    }
}
