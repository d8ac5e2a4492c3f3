package org.computility.planning.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstanceIdsTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final InstanceIds BOTH = new InstanceIds(List.of(7L), List.of(ONE));

    @Test
    void anInstanceIsNamedByItsNumberOrByItsUuid() {
        assertThat(BOTH.names(7, OTHER)).isTrue();
        assertThat(BOTH.names(8, ONE)).isTrue();
        assertThat(BOTH.names(8, OTHER)).isFalse();
    }

    @Test
    void tellsTheFirstThatIsNotKnownAsItWasNamed() {
        assertThat(BOTH.first()).isEqualTo(7L);
        assertThat(BOTH.firstBeside(Set.of(7L), Set.of(OTHER))).isEqualTo(ONE);
        assertThat(BOTH.firstBeside(Set.of(7L), Set.of(ONE))).isNull();
    }
}
