package org.computility.jobs.counts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many jobs run and wait at centers now; needs no caller. */
@Stateless
public class JobsAtCenters {

    @Inject
    CenterJobCounts counts;

    /** Of each of these centers, by its id; zero of centers that nobody knows. */
    public Map<String, CenterJobs> at(Collection<String> centerIds) {
        return counts.of(centerIds.stream().distinct().toArray(String[]::new)).stream()
                .collect(Collectors.toMap(CenterJobs::centerId, Function.identity()));
    }
}
