package org.computility.shared.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveLookTest {

    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);

    @Test
    void theMarkIsMadeOfTheListsInSight() {
        Map<UUID, Long> lists = new HashMap<>(Map.of(NORTH, 1L, SOUTH, 20L));
        lists.put(null, 300L);
        LiveLook look = new LiveLook(Map.of(), lists);

        assertThat(look.mark(any -> true)).isEqualTo(321);
        assertThat(look.mark(NORTH::equals)).isEqualTo(1);
        assertThat(look.mark(none -> false)).isZero();
    }
}
