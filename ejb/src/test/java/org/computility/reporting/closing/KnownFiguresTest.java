package org.computility.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.energy.MeterKind;
import org.computility.energy.hours.Consumed;
import org.computility.reporting.live.Capacity;
import org.computility.reporting.live.Load;
import org.computility.reporting.live.Scale;
import org.computility.reporting.live.SourceData;
import org.computility.reporting.sources.Source;
import org.computility.reporting.sources.SourceKind;
import org.computility.settlement.computing.months.MonthUse;
import org.computility.settlement.computing.months.SpecUse;
import org.junit.jupiter.api.Test;

class KnownFiguresTest {

    private static final SpecFacts FOUR_CARDS =
            new SpecFacts("four", "four", "X86", 8, 1, new Accelerators("GPU", "", 4, 0));
    private static final SpecFacts NO_CARD = new SpecFacts("none", "none", "X86", 8, 1, null);

    @Test
    void whatJobsDidIsCountedInTheUnitsOfReports() {
        MonthUse use = use("123456.785", true, new SpecUse("four", 5400), new SpecUse("none", 3600));

        assertThat(new KnownFigures()
                        .used(use, Map.of("four", FOUR_CARDS, "none", NO_CARD))
                        .figures())
                .isEqualTo(figures("{\"supply\":{},\"application\":{\"jobCount\":3,\"userCount\":2,"
                        + "\"acceleratorHours\":6,\"revenue\":12.345678},\"power\":{},\"security\":{}}"));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        MonthUse use = use(null, true, new SpecUse("gone", 5400));
        assertThat(new KnownFigures().used(use, Map.of()).figures())
                .isEqualTo(figures("{\"supply\":{},\"application\":{\"jobCount\":3,\"userCount\":2},\"power\":{},"
                        + "\"security\":{}}"));
        assertThat(new KnownFigures().used(use("1", false), Map.of()).figures())
                .isEqualTo(new KnownFigures().figures());
    }

    @Test
    void whatSourcesHaveCountsWhereAllOfThemTellIt() {
        assertThat(numbers(source(true, "4", "0.5"), source(true, "0", null)))
                .isEqualTo("{\"acceleratorCount\":4,\"intelligentComputingPower\":0.5}");
        assertThat(numbers(source(true, "4", "0.5"), source(true, "2", null))).isEqualTo("{\"acceleratorCount\":6}");
        assertThat(numbers(source(true, "4", "0.5"), source(false, "2", null))).isEqualTo("{}");
        assertThat(numbers(source(true, null, null))).isEqualTo("{}");
    }

    @Test
    void metersTellElectricityAndWhatItIsDividedBy() {
        assertThat(new KnownFigures()
                        .metered(Map.of(
                                MeterKind.TOTAL_ELECTRICITY, counted(1_250_000),
                                MeterKind.IT_ELECTRICITY, counted(1_000_000),
                                MeterKind.GREEN_ELECTRICITY, counted(400_001),
                                MeterKind.WATER, counted(1_800_000)))
                        .figures())
                .isEqualTo(figures("{\"supply\":{},\"application\":{},\"power\":{\"electricityConsume\":1250,"
                        + "\"itElectricityConsume\":1000,\"greenElectricityConsume\":400.001,\"pue\":1.25,"
                        + "\"wue\":1.8},\"security\":{}}"));
        assertThat(new KnownFigures()
                        .metered(Map.of(MeterKind.TOTAL_ELECTRICITY, counted(5), MeterKind.IT_ELECTRICITY, counted(0)))
                        .figures()
                        .number("power.pue"))
                .isEmpty();
    }

    private static Consumed counted(long thousandths) {
        return new Consumed(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), thousandths, true, false);
    }

    private static String numbers(SourceData... sources) {
        return new KnownFigures()
                .has(List.of(sources))
                .figures()
                .json()
                .getJsonObject("supply")
                .toString();
    }

    private static SourceData source(boolean answered, String accelerators, String power) {
        Capacity total = new Capacity(null, null, null, number(accelerators), number(power));
        return new SourceData(
                new Source(SourceKind.CENTER, "c"),
                "c",
                answered,
                Instant.EPOCH,
                answered ? null : "gone",
                new Load(null, null, null, 0L, 0L),
                new Scale(total, total));
    }

    private static MonthUse use(String paid, boolean charged, SpecUse... specs) {
        return new MonthUse(3, 2, number(paid), List.of(specs), charged);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
