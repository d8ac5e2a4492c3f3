package org.computility.reporting.batch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.computility.reporting.closing.MonthClosing;

/** Reads the centers whose months can be closed. */
@Named("reportedCenterReader")
@Dependent
public class ReportedCenterReader extends CenterIdReader {

    @EJB
    MonthClosing closing;

    public ReportedCenterReader() {
        super(MonthClosing.BEGINNING);
    }

    @Override
    protected List<Integer> next(int behind, int most) {
        return closing.next(behind, most);
    }
}
