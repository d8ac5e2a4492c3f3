package org.computility.reporting.live;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
import org.computility.reporting.sources.Source;

/** What registered compute tells of its machines (T/BAX 0006.5 annex G). */
final class ComputeAnswers {

    /** An answer serves everybody who asks within two seconds, and is kept when the slowest of those that were asked has answered. */
    static final Duration JUST_NOW = Duration.ofSeconds(10);

    private final NodePictures pictures;
    private final Clock clock;

    ComputeAnswers(NodePictures pictures, Clock clock) {
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param renew whether they are asked now, which takes as long as the slowest answer */
    List<SourceAnswer> of(List<Source> sources, boolean renew) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<String> codes = sources.stream().map(Source::id).toList();
        if (renew) {
            pictures.renew(codes);
        }
        Map<String, NodePicture> told = pictures.of(codes).stream()
                .collect(Collectors.toMap(picture -> picture.node().code(), Function.identity()));
        return sources.stream().map(source -> of(source, told.get(source.id()))).toList();
    }

    private SourceAnswer of(Source source, NodePicture picture) {
        if (picture == null) {
            return SourceAnswer.silent(
                    source, null, null, "No compute is registered as " + source.id() + " any more.", null);
        }
        Instant told = picture.toldAt();
        Amounts amounts = told == null ? null : amounts(picture.machines());
        if (!picture.node().online()) {
            return SourceAnswer.silent(
                    source,
                    null,
                    told,
                    "The compute is offline; it was last heard at "
                            + picture.node().lastSeenAt() + ".",
                    amounts);
        }
        boolean fresh = told != null && told.isAfter(clock.instant().minus(JUST_NOW));
        return fresh
                ? SourceAnswer.answered(source, null, told, amounts)
                : SourceAnswer.silent(source, null, told, "The compute did not answer.", amounts);
    }

    static Amounts amounts(List<Machine> machines) {
        return machines.stream().map(ComputeAnswers::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    private static Amounts amounts(Machine machine) {
        BigDecimal count = BigDecimal.valueOf(machine.cards().size());
        return new Amounts(
                Part.of(1, 0),
                new Part(decimal(machine.cores()), product(machine.cores(), machine.utilization())),
                new Part(decimal(machine.memory()), decimal(machine.memoryUsed())),
                new Part(count, used(machine.cards())),
                // Annex H names kinds of cards, and no products: nobody knows what one of them computes.
                machine.cards().isEmpty() ? Part.NONE : new Part(null, null),
                0,
                0);
    }

    /** Null where a card does not tell. */
    private static BigDecimal used(List<Card> cards) {
        List<Double> told =
                cards.stream().map(Card::utilization).filter(Objects::nonNull).toList();
        return told.size() < cards.size()
                ? null
                : told.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal product(Double one, Double other) {
        return one == null || other == null ? null : BigDecimal.valueOf(one * other);
    }

    private static BigDecimal decimal(Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
