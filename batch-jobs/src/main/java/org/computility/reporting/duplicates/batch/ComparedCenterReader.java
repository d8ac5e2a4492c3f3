package org.computility.reporting.duplicates.batch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.computility.reporting.batch.CenterIdReader;
import org.computility.reporting.duplicates.DuplicateSearch;

/** Reads the centers that are compared with the others. */
@Named("comparedCenterReader")
@Dependent
public class ComparedCenterReader extends CenterIdReader {

    @EJB
    DuplicateSearch search;

    public ComparedCenterReader() {
        super(DuplicateSearch.BEGINNING);
    }

    @Override
    protected List<Integer> next(int behind, int most) {
        return search.next(behind, most);
    }
}
