package org.computility.reporting.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import org.computility.reporting.closing.MonthClosing;

/** Gathers what the platform knows of a center's month. */
@Named("knownMonthProcessor")
@Dependent
public class KnownMonthProcessor implements ItemProcessor {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "monthsBack")
    String monthsBack;

    @EJB
    ClosingRuns runs;

    @EJB
    MonthClosing closing;

    private YearMonth month;

    @Override
    public KnownMonth processItem(Object item) {
        if (month == null) {
            month = runs.month(Long.parseLong(runId), monthsBack);
        }
        int center = (Integer) item;
        return new KnownMonth(center, closing.known(center, month));
    }
}
