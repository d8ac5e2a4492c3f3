package org.computility.reporting.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.List;

/** Closes the months of a chunk's centers, each in a transaction of its own. */
@Named("monthReportWriter")
@Dependent
public class MonthReportWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "monthsBack")
    String monthsBack;

    @EJB
    ClosingRuns runs;

    @Override
    public void writeItems(List<Object> items) {
        long run = Long.parseLong(runId);
        YearMonth month = runs.month(run, monthsBack);
        items.stream()
                .map(KnownMonth.class::cast)
                .forEach(known -> runs.close(run, month, known.centerId(), known.figures()));
        runs.show(run);
    }
}
