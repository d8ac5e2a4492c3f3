package org.computility.reporting.live;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.centers.CenterDirectory;
import org.computility.compute.monitoring.NodePictures;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.counts.JobsAtCenters;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.sources.CenterSources;
import org.computility.reporting.sources.Source;
import org.computility.reporting.sources.SourceKind;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/**
 * What reported centers do now (TC609 B.1). Job centers are asked again and again, whoever wants to know; compute is asked for each
 * question; the platform that reports a center without sources here is asked, too. What does not answer counts in no sum, and is named
 * with the reason and what it last told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OperationalQueries {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    CenterSources sources;

    @EJB
    CenterDirectory directory;

    @EJB
    JobsAtCenters jobs;

    @EJB
    NodePictures pictures;

    @Inject
    CentersElsewhere elsewhere;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Load and scale of a center that the caller may see, named by one of the two.
     *
     * @throws NotFound {@code reported-center-unknown}
     * @throws Rejected {@code member-missing}, {@code member-invalid}, {@code name-ambiguous}
     */
    public OperationalData query(Integer centerId, String centerName) {
        caller.require(Role.READERS);
        ReportedCenterView center = centers.meant(centerId, centerName);
        List<Source> here = sources.of(center.id());
        if (here.isEmpty()) {
            Optional<OperationsElsewhere> told = elsewhere.operations(center);
            if (told.isPresent()) {
                return told.get().data(center, clock.instant());
            }
        }
        return sum(center, answers(here, true));
    }

    /**
     * Load and scale of centers by their sources, for whoever need not ask who may see them. All compute among the sources is asked at
     * once: one that does not answer is waited for once.
     */
    public List<OperationalData> now(Map<ReportedCenterView, List<Source>> asked) {
        List<String> compute = asked.values().stream()
                .flatMap(its -> of(SourceKind.COMPUTE, its).stream())
                .map(Source::id)
                .toList();
        if (!compute.isEmpty()) {
            pictures.renew(compute);
        }
        return asked.entrySet().stream()
                .map(center -> sum(center.getKey(), answers(center.getValue(), false)))
                .toList();
    }

    private OperationalData sum(ReportedCenterView center, List<SourceAnswer> answers) {
        List<SourceAnswer> counted = answers.stream()
                .filter(answer -> answer.answered() && answer.amounts() != null)
                .toList();
        Instant oldest = counted.stream()
                .map(SourceAnswer::asOf)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        boolean none = counted.isEmpty();
        Amounts sum = counted.stream().map(SourceAnswer::amounts).reduce(Amounts.NONE, Amounts::plus);
        return new OperationalData(
                center.id(),
                center.name(),
                clock.instant(),
                oldest,
                counted.size() < answers.size(),
                none ? Load.UNKNOWN : sum.load(),
                none ? Scale.UNKNOWN : sum.scale(),
                answers.stream().map(SourceAnswer::data).toList());
    }

    /** What each source of a center tells now; for whoever need not ask who may see it. */
    public List<SourceData> told(int centerId) {
        return answers(sources.of(centerId), true).stream()
                .map(SourceAnswer::data)
                .toList();
    }

    private List<SourceAnswer> answers(List<Source> all, boolean renew) {
        return Stream.concat(
                        new CenterAnswers(directory, jobs).of(of(SourceKind.CENTER, all)).stream(),
                        new ComputeAnswers(pictures, clock).of(of(SourceKind.COMPUTE, all), renew).stream())
                .toList();
    }

    private static List<Source> of(SourceKind kind, List<Source> all) {
        return all.stream().filter(source -> source.kind() == kind).toList();
    }
}
