package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;

/** The centers as they were a moment ago: jobs that name none, however many come in, do not read all of them each. */
@ApplicationScoped
public class CentersLately {

    private static final Duration AGE = Duration.ofSeconds(2);

    @EJB
    CenterDirectory directory;

    @Inject
    Clock clock;

    private volatile Look last;

    private record Look(List<CenterFacts> centers, Instant at) {}

    /** Those that are wanted; where none was a moment ago, those that are so now. */
    public List<CenterFacts> matching(Predicate<CenterFacts> wanted) {
        Look seen = last;
        if (seen != null && seen.at().plus(AGE).isAfter(clock.instant())) {
            List<CenterFacts> found = seen.centers().stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        seen = new Look(directory.centers(), clock.instant());
        last = seen;
        return seen.centers().stream().filter(wanted).toList();
    }
}
