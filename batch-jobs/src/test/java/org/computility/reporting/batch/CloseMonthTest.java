package org.computility.reporting.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.computility.reporting.closing.MonthClosing;
import org.computility.reporting.figures.Figures;
import org.junit.jupiter.api.Test;

/** The chunk step: reader, processor and writer together. */
class CloseMonthTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final int AT_ONCE = 3;

    private final TreeSet<Integer> centers = new TreeSet<>();
    private final List<Integer> closed = new ArrayList<>();
    private Serializable checkpoint;
    private final List<Integer> shown = new ArrayList<>();
    private int diesAt = -1;

    @Test
    void eachCenterIsClosedOnce() {
        IntStream.rangeClosed(1, 7).forEach(centers::add);

        run();

        assertThat(closed).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(shown).as("once a chunk").contains(3, 6, 7);
    }

    @Test
    void aRunThatDiedGoesOnBehindItsLastChunkInWhichSomeComeAgain() {
        IntStream.rangeClosed(1, 7).forEach(centers::add);
        diesAt = 5;
        assertThatIllegalStateException().isThrownBy(this::run);
        assertThat(closed).containsExactly(1, 2, 3, 4);

        diesAt = -1;
        run();

        // The run's rows say that it is through with 4: see MonthClosingTest.
        assertThat(closed).containsExactly(1, 2, 3, 4, 4, 5, 6, 7);
    }

    private void run() {
        ReportedCenterReader reader = new ReportedCenterReader();
        reader.atOnce = "" + AT_ONCE;
        reader.closing = new Centers();
        KnownMonthProcessor processor = new KnownMonthProcessor();
        processor.runId = "7";
        processor.monthsBack = "1";
        processor.runs = new Runs();
        processor.closing = new Centers();
        MonthReportWriter writer = new MonthReportWriter();
        writer.runId = "7";
        writer.monthsBack = "1";
        writer.runs = new Runs();
        reader.open(checkpoint);
        List<Object> chunk;
        do {
            chunk = new ArrayList<>();
            Integer next = reader.readItem();
            while (next != null) {
                chunk.add(processor.processItem(next));
                next = chunk.size() < AT_ONCE ? reader.readItem() : null;
            }
            writer.writeItems(chunk);
            checkpoint = reader.checkpointInfo();
        } while (!chunk.isEmpty());
    }

    private final class Centers extends MonthClosing {

        @Override
        public List<Integer> next(int behind, int most) {
            return centers.tailSet(behind, false).stream().limit(most).toList();
        }

        @Override
        public Figures known(int centerId, YearMonth month) {
            assertThat(month).isEqualTo(MONTH);
            return new Figures("{}");
        }
    }

    /** Each call is a transaction, as in the container. */
    private final class Runs extends ClosingRuns {

        @Override
        public YearMonth month(long run, String monthsBack) {
            return MONTH;
        }

        @Override
        public void close(long run, YearMonth month, int centerId, Figures figures) {
            if (centerId == diesAt) {
                throw new IllegalStateException("killed");
            }
            closed.add(centerId);
        }

        @Override
        public void show(long run) {
            shown.add(closed.size());
        }
    }
}
