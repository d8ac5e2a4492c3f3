package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CenterWorkTest {

    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private boolean fails;
    private boolean full;
    private CenterWork work;

    @BeforeEach
    void assemble() {
        work = new CenterWork("Work", this::work, 2, this::execute);
    }

    private void work(String centerId) {
        done.add(centerId);
        if (fails) {
            throw new IllegalStateException("not now");
        }
    }

    private void execute(Runnable turn) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        begun.add(turn);
    }

    @Test
    void onlySoManyWorkAtACenterAndAnotherIsNotDelayed() {
        work.begin(List.of("hangs"));
        work.begin(List.of("hangs", "other"));
        assertThat(begun).hasSize(4);

        finish();
        assertThat(done).containsExactly("hangs", "hangs", "other", "other");
    }

    @Test
    void aTurnThatIsOverIsFree() {
        work.begin(List.of("east"));
        begun.remove().run();
        work.begin(List.of("east"));
        assertThat(begun).as("one that goes on, one that is new").hasSize(2);
    }

    @Test
    void aTurnIsFreeAfterAFailure() {
        fails = true;
        work.begin(List.of("east"));
        finish();
        work.begin(List.of("east"));
        assertThat(begun).hasSize(2);
    }

    @Test
    void aTurnIsFreeWhereThereWasNoThread() {
        full = true;
        work.begin(List.of("east"));
        full = false;
        work.begin(List.of("east"));
        assertThat(begun).hasSize(2);
    }

    private void finish() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }
}
