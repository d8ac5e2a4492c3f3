package org.computility.reporting.sources;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reported center consists of from now on.
 *
 * @param centers ids of job centers
 * @param compute codes of registered compute
 */
public record NewSources(List<String> centers, List<String> compute) {

    public NewSources {
        centers = List.copyOf(centers);
        compute = List.copyOf(compute);
    }

    /** Each once, whatever was said twice. */
    Set<Source> all() {
        return Stream.concat(
                        centers.stream().map(id -> new Source(SourceKind.CENTER, id)),
                        compute.stream().map(code -> new Source(SourceKind.COMPUTE, code)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
