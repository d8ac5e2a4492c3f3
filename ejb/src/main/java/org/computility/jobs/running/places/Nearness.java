package org.computility.jobs.running.places;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.centers.CenterFacts;
import org.computility.jobs.JobFacts;
import org.computility.jobs.register.JobPlacements.WaitingJob;

/** What makes one center cheaper or nearer than another for the jobs of one snapshot. */
public final class Nearness {

    private final Function<String, Optional<BigDecimal>> price;
    private final Map<String, Optional<BigDecimal>> prices = new ConcurrentHashMap<>();

    /** @param price of a second of a spec; asked for once for each spec, by however many threads */
    public Nearness(Function<String, Optional<BigDecimal>> price) {
        this.price = price;
    }

    /** The data sets that these jobs read. */
    public static Set<String> dataSets(List<WaitingJob> waiting) {
        return waiting.stream().flatMap(job -> job.job().dataSets().stream()).collect(Collectors.toSet());
    }

    /** What a second costs by center: nothing at those of the job's own organisation. Empty where it costs nothing anywhere. */
    public Map<String, BigDecimal> prices(JobFacts job, Collection<CenterFacts> centers) {
        BigDecimal second = prices.computeIfAbsent(job.spec().id(), price).orElse(BigDecimal.ZERO);
        if (second.signum() == 0) {
            return Map.of();
        }
        UUID own = job.organisationId();
        return centers.stream()
                .collect(Collectors.toMap(
                        CenterFacts::id, center -> own.equals(center.operatorId()) ? BigDecimal.ZERO : second));
    }
}
