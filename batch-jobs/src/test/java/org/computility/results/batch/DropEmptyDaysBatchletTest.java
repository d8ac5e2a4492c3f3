package org.computility.results.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computility.results.ResultDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropEmptyDaysBatchletTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final PurgeInMemory results = new PurgeInMemory();
    private final Days days = new Days();
    private final DropEmptyDaysBatchlet batchlet = new DropEmptyDaysBatchlet();

    @BeforeEach
    void assemble() {
        batchlet.runId = "" + PurgeInMemory.RUN;
        batchlet.olderThan = "P30D";
        batchlet.runs = results.runs();
        batchlet.days = days;
        days.left.addAll(List.of(MONDAY, TUESDAY, WEDNESDAY));
    }

    @Test
    void dropsTheEmptyDaysAndCountsThemBesideTheResults() {
        results.runs().delete(PurgeInMemory.RUN, new PurgeTally(5, 0, 0, 0), List.of(), 5);

        assertThat(batchlet.process()).isEqualTo("COMPLETED");

        assertThat(days.left).isEmpty();
        assertThat(days.asked).isEqualTo("2026-10-29");
        assertThat(results.facts()).isEqualTo(Map.of("read", 5L, "kept", 5L, "deleted", 0L, "days", 3L));
        assertThat(results.percent()).isEqualTo(100);
    }

    @Test
    void leavesADayThatIsInUseToTheNextTime() {
        days.inUse = TUESDAY;

        assertThat(batchlet.process()).isEqualTo("COMPLETED");

        assertThat(days.left).containsExactly(TUESDAY);
        assertThat(results.facts()).containsEntry("days", 2L);
    }

    @Test
    void endsWithAnyOtherFailure() {
        days.inUse = TUESDAY;
        days.why = "08006";

        assertThatExceptionOfType(EJBException.class).isThrownBy(batchlet::process);

        assertThat(days.left).containsExactly(TUESDAY, WEDNESDAY);
    }

    @Test
    void stopsBetweenTwoDays() {
        days.onDrop = batchlet::stop;

        assertThat(batchlet.process()).isEqualTo("STOPPED");

        assertThat(days.left).containsExactly(TUESDAY, WEDNESDAY);
    }

    private static final class Days extends ResultDays {

        private final List<LocalDate> left = new ArrayList<>();
        private LocalDate asked;
        private LocalDate inUse;
        private String why = "55P03";
        private Runnable onDrop = () -> {};

        @Override
        public List<LocalDate> droppable(LocalDate before) {
            asked = before;
            return List.copyOf(left);
        }

        @Override
        public boolean dropIfEmpty(LocalDate day) {
            if (day.equals(inUse)) {
                throw new EJBException(new SQLException("canceling statement", why));
            }
            onDrop.run();
            return left.remove(day);
        }
    }
}
