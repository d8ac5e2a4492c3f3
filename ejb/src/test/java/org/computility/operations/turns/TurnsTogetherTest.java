package org.computility.operations.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.shared.database.outage.DatabaseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnsTogetherTest {

    private static final int RUNS = 200;
    private static final Optional<Instant> LATER = Optional.of(Instant.now().plus(Duration.ofHours(1)));

    private final TurnClock clock = new TurnClock();
    private final AtomicLong ids = new AtomicLong();
    /** How many turns were taken together, each time. */
    private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Function<List<TurnWork>, Map<TurnWork, Optional<Instant>>> answers = works -> all(works, LATER);
    private final Company company = works -> {
        sizes.add(works.size());
        pass();
        return answers.apply(works);
    };

    @BeforeEach
    void open() {
        clock.database = new DatabaseState(Clock.systemUTC());
        clock.clock = Clock.systemUTC();
        clock.open(Executors.defaultThreadFactory());
    }

    @AfterEach
    void close() {
        gate.countDown();
        clock.close();
    }

    @Test
    void whatIsDueWhileOthersAreAtWorkIsTakenTogether() {
        begin(RUNS);
        await().until(() -> sizes.size() == 4);

        gate.countDown();

        await().until(() -> sizes.stream().mapToInt(Integer::intValue).sum() == RUNS);
        assertThat(sizes).hasSizeLessThan(RUNS / 2);
    }

    @Test
    void whoWaitsForASlowNodeHoldsNoOtherUp() {
        begin(1);
        await().until(() -> sizes.size() == 1);

        begin(1);

        await().until(() -> sizes.size() == 2);
    }

    @Test
    void whatFailsTogetherGoesOnAlone() {
        answers = works -> {
            throw new StackOverflowError("planted");
        };
        gate.countDown();

        begin(3);

        await().until(() -> told.size() == 3);
        assertThat(told).containsOnly("alone");
    }

    @Test
    void whatIsLeftOutGoesOnAloneAndWhatIsOverIsTold() {
        answers = works -> Map.of(works.get(0), Optional.empty());
        gate.countDown();

        begin(1);

        await().untilAsserted(() -> assertThat(told).containsExactly("over"));
        answers = works -> Map.of();
        begin(1);
        await().untilAsserted(() -> assertThat(told).containsExactly("over", "alone"));
    }

    @Test
    void aStoppedRunIsGivenUpAndTakesNoPartAnyMore() {
        gate.countDown();
        begin(1);
        await().until(() -> sizes.size() == 1);

        await().until(() -> clock.stop(1));

        await().untilAsserted(() -> assertThat(told).containsExactly("given up", "stopped"));
        assertThat(sizes).hasSize(1);
    }

    private void begin(int many) {
        for (int i = 0; i < many; i++) {
            clock.begin(new Taker(ids.incrementAndGet()), new Work());
        }
    }

    private static Map<TurnWork, Optional<Instant>> all(List<TurnWork> works, Optional<Instant> next) {
        return works.stream().collect(Collectors.toMap(Function.identity(), work -> next));
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Work implements TurnWork {

        @Override
        public Optional<Instant> turn() {
            told.add("alone");
            return LATER;
        }

        @Override
        public Company company() {
            return company;
        }

        @Override
        public void giveUp() {
            told.add("given up");
        }
    }

    private final class Taker implements TurnTaker {

        private final long id;

        Taker(long id) {
            this.id = id;
        }

        @Override
        public long runId() {
            return id;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void over() {
            told.add("over");
        }

        @Override
        public void stopped() {
            told.add("stopped");
        }
    }
}
