package org.computility.reporting.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.computility.centers.SpecFacts;
import org.computility.energy.Amount;
import org.computility.energy.MeterKind;
import org.computility.energy.hours.Consumed;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.live.SourceData;
import org.computility.settlement.computing.months.MonthUse;
import org.computility.settlement.computing.months.SpecUse;

/** Collects what is known of a month. What is not known is left out. */
final class KnownFigures {

    private static final List<FigureGroup> GROUPS =
            List.of(FigureGroup.SUPPLY, FigureGroup.APPLICATION, FigureGroup.POWER, FigureGroup.SECURITY);
    private static final BigDecimal HOUR = new BigDecimal(3600);
    private static final int CENTS = 2;
    private static final int TEN_THOUSAND = 4;
    private static final int QUOTIENT_PLACES = 4;

    private final Map<String, BigDecimal> numbers = new TreeMap<>();

    /** What jobs did, once all of it is charged. */
    KnownFigures used(MonthUse use, Map<String, SpecFacts> specs) {
        if (!use.charged()) {
            return this;
        }
        numbers.put("application.jobCount", BigDecimal.valueOf(use.jobs()));
        numbers.put("application.userCount", BigDecimal.valueOf(use.users()));
        if (use.paid() != null) {
            numbers.put(
                    "application.revenue",
                    use.paid().setScale(CENTS, RoundingMode.HALF_EVEN).movePointLeft(TEN_THOUSAND));
        }
        // A spec that is offered no longer does not say what it had.
        if (use.specs().stream().allMatch(spec -> specs.containsKey(spec.specId()))) {
            long seconds = use.specs().stream()
                    .mapToLong(spec -> spec.nodeSeconds() * accelerators(specs, spec))
                    .sum();
            numbers.put(
                    "application.acceleratorHours",
                    BigDecimal.valueOf(seconds).divide(HOUR, CENTS, RoundingMode.HALF_EVEN));
        }
        return this;
    }

    /** What the sources have, where all of them answer. */
    KnownFigures has(List<SourceData> sources) {
        if (!sources.isEmpty() && sources.stream().allMatch(SourceData::answered)) {
            List<BigDecimal> counts = sources.stream()
                    .map(source -> source.scale().total().accelerators())
                    .toList();
            if (counts.stream().noneMatch(Objects::isNull)) {
                numbers.put("supply.acceleratorCount", counts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            power(sources);
        }
        return this;
    }

    /** What meters counted over all of the month. */
    KnownFigures metered(Map<MeterKind, Consumed> counted) {
        kilowattHours("electricityConsume", counted.get(MeterKind.TOTAL_ELECTRICITY));
        kilowattHours("itElectricityConsume", counted.get(MeterKind.IT_ELECTRICITY));
        kilowattHours("greenElectricityConsume", counted.get(MeterKind.GREEN_ELECTRICITY));
        quotient("pue", counted.get(MeterKind.TOTAL_ELECTRICITY), counted.get(MeterKind.IT_ELECTRICITY));
        quotient("wue", counted.get(MeterKind.WATER), counted.get(MeterKind.IT_ELECTRICITY));
        return this;
    }

    private void kilowattHours(String figure, Consumed counted) {
        if (counted != null) {
            numbers.put("power." + figure, Amount.value(counted.amount()));
        }
    }

    private void quotient(String figure, Consumed above, Consumed below) {
        if (above != null && below != null && below.amount() > 0) {
            numbers.put(
                    "power." + figure,
                    BigDecimal.valueOf(above.amount())
                            .divide(BigDecimal.valueOf(below.amount()), QUOTIENT_PLACES, RoundingMode.HALF_UP));
        }
    }

    Figures figures() {
        return Figures.of(GROUPS, numbers);
    }

    /** Of those that have accelerators. */
    private void power(List<SourceData> sources) {
        List<BigDecimal> powers = sources.stream()
                .map(source -> source.scale().total())
                .filter(total ->
                        total.accelerators() == null || total.accelerators().signum() > 0)
                .map(total -> total.computingPower())
                .toList();
        if (!powers.isEmpty() && powers.stream().noneMatch(Objects::isNull)) {
            numbers.put("supply.intelligentComputingPower", powers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static long accelerators(Map<String, SpecFacts> specs, SpecUse use) {
        SpecFacts spec = specs.get(use.specId());
        return spec.accelerators() == null ? 0 : spec.accelerators().count();
    }
}
