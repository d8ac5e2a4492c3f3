package org.computility.reporting.sources;

import java.util.Collection;
import java.util.List;

/**
 * What a reported center consists of.
 *
 * @param centers ids of job centers, sorted
 * @param compute codes of registered compute, sorted
 */
public record SourcesView(List<String> centers, List<String> compute) {

    static SourcesView of(Collection<Source> sources) {
        return new SourcesView(ids(sources, SourceKind.CENTER), ids(sources, SourceKind.COMPUTE));
    }

    private static List<String> ids(Collection<Source> sources, SourceKind kind) {
        return sources.stream()
                .filter(source -> source.kind() == kind)
                .map(Source::id)
                .sorted()
                .toList();
    }
}
