package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.computility.planning.dispatch.Dispatch;
import org.junit.jupiter.api.Test;

class PeriodicPlansTest {

    private static final UUID CLOSED = UUID.randomUUID();
    private static final UUID CLOSED_TOO = UUID.randomUUID();

    private final PeriodicPlans plans = new PeriodicPlans();
    private final List<String> told = new ArrayList<>();

    /** A node that hangs keeps no plan from its window. */
    @Test
    void writesAllTurnsBeforeItHasNodesToldAndWaitsForNone() {
        turns(new WindowTurn(1000, false, List.of(CLOSED)), new WindowTurn(3, true, List.of(CLOSED_TOO)));

        assertThat(plans.follow()).isEqualTo(1003);

        assertThat(told).containsExactly("turn", "turn", List.of(CLOSED, CLOSED_TOO) + " true");
    }

    @Test
    void tellsNobodyWhereNothingChanges() {
        turns(new WindowTurn(2, false, List.of()));

        assertThat(plans.follow()).isEqualTo(2);

        assertThat(told).containsExactly("turn");
    }

    private void turns(WindowTurn... some) {
        Deque<WindowTurn> left = new ArrayDeque<>(List.of(some));
        plans.turns = new WindowTurns() {
            @Override
            public WindowTurn next(int most) {
                told.add("turn");
                return left.remove();
            }
        };
        plans.dispatch = new Dispatch() {
            @Override
            public void followWindows(Collection<UUID> closed, boolean opened) {
                told.add(closed + " " + opened);
            }

            @Override
            public void stop(Collection<UUID> ids) {
                throw new AssertionError("This waits for nodes.");
            }
        };
    }
}
