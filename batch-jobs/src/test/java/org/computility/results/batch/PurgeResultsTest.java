package org.computility.results.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.computility.results.batch.PurgeStep.Death;
import org.computility.results.purge.OldResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chunk step: reader, processor and writer together. */
class PurgeResultsTest {

    private final PurgeInMemory results = new PurgeInMemory();
    private final PurgeStep step = new PurgeStep(results);

    @Test
    void oldResultsGoAndThoseThatAreKeptLongerStay() {
        results.add(4, "M");
        results.add(2, PurgeInMemory.KEPT);
        results.add(4, "M");

        step.run();

        assertThat(results.all())
                .extracting(OldResult::algoDefCode)
                .containsOnly(PurgeInMemory.KEPT)
                .hasSize(2);
        assertThat(results.facts()).isEqualTo(facts(10, 2, 8));
        assertThat(results.percent()).isEqualTo(100);
    }

    @Test
    void youngResultsStay() {
        // The 301st day of the year is the 28th of October, 30.6 days before.
        results.add(400, "M");

        step.run();

        assertThat(results.all()).hasSize(99);
        assertThat(results.all().get(0).day()).isEqualTo("2026-10-29");
    }

    @Test
    void readsPageByPage() {
        results.add(7, "M");

        step.run();

        assertThat(results.pages()).containsExactly(3, 3, 1, 0);
    }

    @Test
    void whereNothingIsOldThereIsNothingToDo() {
        step.run();

        assertThat(results.facts()).isEqualTo(facts(0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "BOTH_COMMITTED, 1", "BOTH_COMMITTED, 2", "BOTH_COMMITTED, 3", "BOTH_COMMITTED, 4",
        "CHECKPOINT_LOST, 1", "CHECKPOINT_LOST, 2", "CHECKPOINT_LOST, 3", "CHECKPOINT_LOST, 4",
        "BOTH_LOST, 1", "BOTH_LOST, 2", "BOTH_LOST, 3", "BOTH_LOST, 4"
    })
    void diesInAnyChunk_thenTheRestIsPurgedAndCountedOnce(Death death, int chunk) {
        results.add(1, PurgeInMemory.KEPT);
        results.add(4, "M");
        results.add(4, PurgeInMemory.KEPT);
        results.add(2, "M");

        step.dieAt(chunk, death);
        step.run();

        assertThat(results.all())
                .extracting(OldResult::algoDefCode)
                .containsOnly(PurgeInMemory.KEPT)
                .hasSize(5);
        assertThat(results.facts()).isEqualTo(facts(11, 5, 6));
        assertThat(results.percent()).isEqualTo(100);
    }

    @Test
    void anEngineThatHasLostItsCheckpointsBeginsAnew() {
        results.add(2, PurgeInMemory.KEPT);
        results.add(9, "M");

        step.dieAt(2, Death.BOTH_COMMITTED);
        new PurgeStep(results).run();

        assertThat(results.all()).hasSize(2);
        assertThat(results.facts()).isEqualTo(facts(11, 2, 9));
    }

    private static Map<String, Long> facts(long read, long kept, long deleted) {
        return Map.of("read", read, "kept", kept, "deleted", deleted, "days", 0L);
    }
}
