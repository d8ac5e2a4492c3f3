package org.computility.reporting.sources;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computility.centers.CenterDirectory;
import org.computility.compute.ComputeNodes;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.database.UniqueKey;

/** What reported centers consist of. Administrators say so: a center and a compute may be those of other organisations. */
@Stateless
public class CenterSources {

    @Inject
    ReportedSources sources;

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    CenterDirectory directory;

    @Inject
    ComputeNodes nodes;

    @Inject
    CurrentCaller caller;

    /**
     * The sources of a reported center.
     *
     * @throws NotFound {@code reported-center-unknown}
     */
    public SourcesView get(int centerId) {
        caller.require(Role.ADMINISTRATOR);
        return SourcesView.of(of(centers.meant(centerId, null).id()));
    }

    /**
     * These take the place of all sources before. A source that the center has already may stay, also when nobody is registered
     * under its name any more.
     *
     * @throws NotFound {@code reported-center-unknown}, {@code center-unknown}, {@code compute-unknown}
     * @throws Conflict {@code source-taken} where another reported center has one of them
     */
    public SourcesView replace(int centerId, NewSources wanted) {
        caller.require(Role.ADMINISTRATOR);
        int center = centers.meant(centerId, null).id();
        sources.lock(center);
        List<ReportedSource> before = sources.of(center);
        Set<Source> has = before.stream().map(ReportedSource::source).collect(Collectors.toSet());
        Set<Source> asked = wanted.all();
        before.stream()
                .filter(bound -> !asked.contains(bound.source()))
                .forEach(bound -> sources.session().delete(bound));
        asked.stream().filter(source -> !has.contains(source)).forEach(source -> bind(source, center));
        return SourcesView.of(asked);
    }

    /** The sources of a reported center, for whoever need not ask who may see them. */
    public List<Source> of(int centerId) {
        return sources.of(centerId).stream().map(ReportedSource::source).toList();
    }

    /** The sources of all reported centers that have some, by the ids of the centers; needs no caller. */
    public Map<Integer, List<Source>> all() {
        return sources.all().stream()
                .collect(Collectors.groupingBy(
                        ReportedSource::centerId,
                        TreeMap::new,
                        Collectors.mapping(ReportedSource::source, Collectors.toList())));
    }

    /** Its job centers, by their ids; needs no caller. */
    public List<String> jobCenters(int centerId) {
        return of(centerId).stream()
                .filter(source -> source.kind() == SourceKind.CENTER)
                .map(Source::id)
                .toList();
    }

    /** Of which reported center each of these job centers is a source; those that are none are left out. Needs no caller. */
    public Map<String, Integer> reportedBy(Collection<String> jobCenters) {
        return sources.having(jobCenters.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(bound -> bound.source().id(), ReportedSource::centerId));
    }

    /** The next centers behind that id that have sources, by their ids; needs no caller. */
    public List<Integer> centersBehind(int behind, int most) {
        return sources.centersBehind(behind, most);
    }

    /** How many centers have sources. */
    public long countCenters() {
        return sources.countCenters();
    }

    private void bind(Source source, int center) {
        requireKnown(source);
        sources.bound(source.kind(), source.id()).ifPresent(other -> {
            throw taken(source, other.centerId());
        });
        UniqueKey.keep(
                () -> sources.session().insert(ReportedSource.bind(source, center)),
                () -> new Conflict("source-taken", member(source), words(source) + " another reported center."));
    }

    private void requireKnown(Source source) {
        if (source.kind() == SourceKind.CENTER && directory.center(source.id()).isEmpty()) {
            throw new NotFound(
                    "center-unknown", member(source), "{member}: no center is registered as " + source.id() + ".");
        }
        if (source.kind() == SourceKind.COMPUTE && nodes.find(source.id()).isEmpty()) {
            throw ComputeNodes.unknown(member(source), source.id());
        }
    }

    private static Conflict taken(Source source, int other) {
        return new Conflict(
                "source-taken",
                member(source),
                words(source) + " reported center " + other + ": take it away there first.");
    }

    private static String words(Source source) {
        return "{member}: " + source.id() + " is a source of";
    }

    private static Member member(Source source) {
        return new Member(source.kind() == SourceKind.CENTER ? "centers" : "compute");
    }
}
