package org.computility.reporting.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.resources.ComputingPower;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.counts.CenterJobs;
import org.computility.jobs.counts.JobsAtCenters;
import org.computility.reporting.sources.Source;

/** What job centers tell: what their runtimes have, and what of it jobs were given. */
final class CenterAnswers {

    private static final double GIBIBYTE = 1L << 30;
    private static final int PETA = 15;

    private final CenterDirectory directory;
    private final JobsAtCenters jobs;

    CenterAnswers(CenterDirectory directory, JobsAtCenters jobs) {
        this.directory = directory;
        this.jobs = jobs;
    }

    List<SourceAnswer> of(List<Source> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        Map<String, CenterJobs> counts =
                jobs.at(sources.stream().map(Source::id).toList());
        return sources.stream()
                .map(source -> of(source, counts.get(source.id())))
                .toList();
    }

    private SourceAnswer of(Source source, CenterJobs counts) {
        return directory
                .center(source.id())
                .map(center -> of(source, center, counts))
                .orElseGet(() -> SourceAnswer.silent(
                        source, null, null, "No center is registered as " + source.id() + " any more.", null));
    }

    private static SourceAnswer of(Source source, CenterFacts center, CenterJobs counts) {
        Amounts amounts = center.capacity() == null ? null : amounts(center.capacity(), counts);
        return center.connected()
                ? SourceAnswer.answered(source, center.name(), center.probedAt(), amounts)
                : SourceAnswer.silent(source, center.name(), center.probedAt(), center.reason(), amounts);
    }

    private static Amounts amounts(JobCapacity capacity, CenterJobs counts) {
        Amounts nodes = capacity.nodes().stream().map(CenterAnswers::amounts).reduce(Amounts.NONE, Amounts::plus);
        return new Amounts(
                nodes.nodes(),
                nodes.cores(),
                nodes.memory(),
                nodes.accelerators(),
                nodes.power(),
                counts == null ? 0 : counts.running(),
                counts == null ? 0 : counts.waiting());
    }

    private static Amounts amounts(NodeCapacity node) {
        int count = node.accelerators() == null ? 0 : node.accelerators().count();
        return new Amounts(
                Part.of(1, node.freeCores() > 0 ? 0 : 1),
                Part.of(node.cores(), node.cores() - node.freeCores()),
                Part.of(node.memoryBytes() / GIBIBYTE, (node.memoryBytes() - node.freeMemoryBytes()) / GIBIBYTE),
                Part.of(count, count - (count == 0 ? 0 : node.freeAccelerators())),
                new Part(power(node, count), power(node, count - node.freeAccelerators())),
                0,
                0);
    }

    /** Of so many of its accelerators: zero of none; null where their power is not known. */
    private static BigDecimal power(NodeCapacity node, int count) {
        Accelerators all = node.accelerators();
        if (all == null || count <= 0) {
            return BigDecimal.ZERO;
        }
        return ComputingPower.of(List.of(new Accelerators(all.type(), all.product(), count, all.memoryBytes())))
                .map(CenterAnswers::peta)
                .orElse(null);
    }

    private static BigDecimal peta(BigInteger flops) {
        return new BigDecimal(flops).movePointLeft(PETA);
    }
}
