package org.computility.federation.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.computility.federation.books.BooksCompared;
import org.computility.federation.books.ComparisonSummary;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.upper.UpperPlatformRegistry;

/** Compares the books with those of the platform above; the run shows what came of it. */
@Named("compareBooksBatchlet")
@Dependent
public class CompareBooksBatchlet implements Batchlet {

    /** What engines keep of an exit status. */
    private static final int LONGEST = 400;

    @EJB
    UpperPlatformRegistry platforms;

    @EJB
    BooksCompared books;

    @Inject
    JobContext job;

    @Override
    public String process() throws PlatformRefusal {
        PlatformAddress upper = platforms.current().orElse(null);
        if (upper == null) {
            return "COMPLETED";
        }
        try {
            ComparisonSummary summary = books.compare(upper);
            job.setExitStatus("COMPLETED: " + summary.reports() + " reports in " + summary.months() + " months, "
                    + (summary.equal() ? "equal" : "different") + ", " + summary.waiting() + " to be told");
            return "COMPLETED";
        } catch (PlatformAway | PlatformRefusal failed) {
            String words = failed.getMessage();
            job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST)));
            throw failed;
        }
    }

    /** It asks a few questions, and ends by itself. */
    @Override
    public void stop() {
        // Nothing is cut off.
    }
}
