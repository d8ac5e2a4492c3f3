package org.computility.reporting.duplicates.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.computility.reporting.duplicates.DuplicateSearch;
import org.junit.jupiter.api.Test;

/** The chunk step: reader and writer together. */
class FindDuplicatesTest {

    private static final int AT_ONCE = 3;

    private final TreeSet<Integer> centers = new TreeSet<>();
    private final List<Integer> compared = new ArrayList<>();
    private final List<Integer> merged = new ArrayList<>();
    private Serializable checkpoint;
    private int diesAt = -1;

    @Test
    void allAreComparedAndNothingIsMergedUnlessToldSo() {
        IntStream.rangeClosed(1, 7).forEach(centers::add);

        run("0");
        assertThat(compared).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(merged).isEmpty();

        checkpoint = null;
        run("1");
        assertThat(merged).containsExactly(300, 600, 700);
    }

    @Test
    void aRunThatDiedGoesOnBehindItsLastChunk() {
        IntStream.rangeClosed(1, 7).forEach(centers::add);
        diesAt = 5;
        assertThatIllegalStateException().isThrownBy(() -> run("0"));
        diesAt = -1;
        run("0");

        assertThat(compared).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    private void run(String mergeSame) {
        ComparedCenterReader reader = new ComparedCenterReader();
        reader.atOnce = "" + AT_ONCE;
        reader.search = new DuplicateSearch() {
            @Override
            public List<Integer> next(int behind, int most) {
                return centers.tailSet(behind, false).stream().limit(most).toList();
            }
        };
        DuplicateWriter writer = new DuplicateWriter();
        writer.runId = "7";
        writer.mergeSame = mergeSame;
        writer.runs = new Runs();
        reader.open(checkpoint);
        List<Object> chunk;
        do {
            chunk = new ArrayList<>();
            Integer next = reader.readItem();
            while (next != null) {
                chunk.add(next);
                next = chunk.size() < AT_ONCE ? reader.readItem() : null;
            }
            writer.writeItems(chunk);
            checkpoint = reader.checkpointInfo();
        } while (!chunk.isEmpty());
    }

    /** Each call is a transaction, as in the container. */
    private final class Runs extends DuplicateRuns {

        @Override
        public void compare(List<Integer> some) {
            if (some.contains(diesAt)) {
                throw new IllegalStateException("killed");
            }
            compared.addAll(some);
        }

        @Override
        public List<Integer> same(List<Integer> some) {
            return some.isEmpty() ? List.of() : List.of(some.get(some.size() - 1) * 100);
        }

        @Override
        public void merge(int pair) {
            merged.add(pair);
        }

        @Override
        public void show(long run, int upTo) {
            assertThat(run).isEqualTo(7);
        }
    }
}
