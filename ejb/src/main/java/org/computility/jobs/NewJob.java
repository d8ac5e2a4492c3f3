package org.computility.jobs;

import java.math.BigDecimal;
import java.util.List;
import org.computility.centers.SpecFacts;

/**
 * A job that has passed every check but that of its name.
 *
 * @param centerIds where it may run; empty: anywhere
 * @param nodes on how many nodes it runs, one task each
 * @param imageId null where {@code imageUrl} is given
 * @param imageUrl null where {@code imageId} is given
 * @param imageLocation what its programs are, as the kind of runtime understands it; null: the node's own
 * @param command for {@code /bin/sh -c}
 * @param dataSets ids of the data sets that it may read
 * @param budget what it may cost, in the currency of its spec's price; null: no bound
 * @param service null where it serves nobody
 */
public record NewJob(
        JobKind kind,
        String name,
        String description,
        SpecFacts spec,
        List<String> centerIds,
        int nodes,
        String imageId,
        String imageUrl,
        String imageLocation,
        String command,
        List<String> dataSets,
        int maxSeconds,
        int priority,
        BigDecimal budget,
        JobService service) {

    public NewJob {
        centerIds = List.copyOf(centerIds);
        dataSets = List.copyOf(dataSets);
    }

    /** One that serves nobody. */
    public NewJob(
            JobKind kind,
            String name,
            String description,
            SpecFacts spec,
            List<String> centerIds,
            int nodes,
            String imageId,
            String imageUrl,
            String imageLocation,
            String command,
            List<String> dataSets,
            int maxSeconds,
            int priority,
            BigDecimal budget) {
        this(
                kind,
                name,
                description,
                spec,
                centerIds,
                nodes,
                imageId,
                imageUrl,
                imageLocation,
                command,
                dataSets,
                maxSeconds,
                priority,
                budget,
                null);
    }

    /** The same as a job that serves, for as long as it may. */
    public NewJob serving(JobService what, int seconds) {
        return new NewJob(
                JobKind.ONLINE,
                name,
                description,
                spec,
                centerIds,
                nodes,
                imageId,
                imageUrl,
                imageLocation,
                command,
                dataSets,
                seconds,
                priority,
                budget,
                what);
    }
}
