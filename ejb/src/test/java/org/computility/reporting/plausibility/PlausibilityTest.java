package org.computility.reporting.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.figures;

import java.math.BigDecimal;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.figures.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    private final ReportingForTests room = new ReportingForTests();
    private final Plausibility plausibility = PlausibilityForTests.over(room.database);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pue-at-least-1 | {\"power\":{\"pue\":0.99}} | {\"power\":{\"pue\":1}}",
                "pue-is-total-by-it"
                        + " | {\"power\":{\"pue\":1.25,\"electricityConsume\":1300,\"itElectricityConsume\":1000}}"
                        + " | {\"power\":{\"pue\":1.25,\"electricityConsume\":1260,\"itElectricityConsume\":1000}}",
                "green-at-most-total"
                        + " | {\"power\":{\"greenElectricityConsume\":1001,\"electricityConsume\":1000}}"
                        + " | {\"power\":{\"greenElectricityConsume\":1000,\"electricityConsume\":1000}}",
                "it-at-most-total"
                        + " | {\"power\":{\"itElectricityConsume\":1001,\"electricityConsume\":1000}}"
                        + " | {\"power\":{\"itElectricityConsume\":1001}}",
                "rack-use-at-most-100"
                        + " | {\"supply\":{\"rackUtilization\":100.1}} | {\"supply\":{\"rackUtilization\":100}}",
                "computing-use-at-most-100"
                        + " | {\"application\":{\"computingUtilization\":101}} | {\"application\":{\"computingUtilization\":99}}",
                "memory-use-at-most-100"
                        + " | {\"application\":{\"memoryUtilization\":101}} | {\"application\":{\"memoryUtilization\":99}}",
                "accelerator-use-at-most-100"
                        + " | {\"application\":{\"acceleratorUtilization\":101}} | {\"application\":{\"acceleratorUtilization\":99}}",
                "localization-at-most-100"
                        + " | {\"security\":{\"localizationRate\":101}} | {\"security\":{\"localizationRate\":99}}"
            })
    void whatCannotBeTrueGoesBack(String code, String wrong, String right) {
        Judgement judgement = plausibility.judge(figures(wrong), null, Figures.NONE);

        assertThat(judgement.returns()).isTrue();
        assertThat(judgement.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith(code + ": "));
        assertThat(plausibility.judge(figures(right), null, Figures.NONE).reasons())
                .isEmpty();
    }

    @Test
    void aJumpAgainstTheMonthBeforeIsDoubted() {
        Judgement more = judge("{\"supply\":{\"standardRacks\":2001}}", "{\"supply\":{\"standardRacks\":1000}}");
        Judgement less = judge("{\"supply\":{\"standardRacks\":499}}", "{\"supply\":{\"standardRacks\":1000}}");

        assertThat(more.returns()).isFalse();
        assertThat(more.doubts()).isTrue();
        assertThat(more.reasons().get(0)).startsWith("racks-jump: supply.standardRacks is 2001 after 1000");
        assertThat(less.doubts()).isTrue();
        assertThat(judge("{\"supply\":{\"standardRacks\":2000}}", "{\"supply\":{\"standardRacks\":1000}}")
                        .reasons())
                .isEmpty();
        assertThat(judge("{\"supply\":{\"standardRacks\":0}}", "{\"supply\":{\"standardRacks\":0}}")
                        .reasons())
                .isEmpty();
        assertThat(judge("{\"supply\":{\"standardRacks\":9}}", "{\"supply\":{}}")
                        .reasons())
                .isEmpty();
    }

    @Test
    void whatThePlatformKnowsOtherwiseIsDoubted() {
        Figures known = figures("{\"power\":{\"electricityConsume\":1000,\"itElectricityConsume\":800}}");
        Figures near = figures("{\"power\":{\"electricityConsume\":1050,\"itElectricityConsume\":760}}");
        Figures far = figures("{\"power\":{\"electricityConsume\":1050.1,\"greenElectricityConsume\":7}}");

        assertThat(plausibility.judge(near, null, known).reasons()).isEmpty();
        Judgement judgement = plausibility.judge(far, null, known);
        assertThat(judgement.returns()).isFalse();
        assertThat(judgement.reasons())
                .containsExactly(
                        "electricity-as-metered: power.electricityConsume is 1050.1, and the platform knows 1000.");
        assertThat(plausibility.contradictions(far, known)).isEqualTo(judgement.reasons());
        assertThat(plausibility.judge(far, null, Figures.NONE).reasons()).isEmpty();
    }

    @Test
    void aRuleIsDataThatAnAdministratorChanges() {
        room.refused("role-missing", () -> plausibility.change("pue-at-least-1", new RuleChange(null, null, false)));
        room.database.be("admin");
        room.refused("plausibility-rule-unknown", () -> plausibility.change("none", new RuleChange(null, null, false)));

        change("pue-at-least-1", new RuleChange(new BigDecimal("1.05"), RuleOutcome.DOUBT, null));
        Judgement judgement = plausibility.judge(figures("{\"power\":{\"pue\":1.02}}"), null, Figures.NONE);
        assertThat(judgement.returns()).isFalse();
        assertThat(judgement.reasons()).containsExactly("pue-at-least-1: power.pue is 1.02, and at least 1.05.");
        change("pue-at-least-1", new RuleChange(null, null, false));
        assertThat(plausibility
                        .judge(figures("{\"power\":{\"pue\":0.5}}"), null, Figures.NONE)
                        .reasons())
                .isEmpty();
        assertThat(plausibility.list()).hasSize(19);
    }

    private void change(String code, RuleChange change) {
        room.database.sessions.commit(() -> plausibility.change(code, change));
    }

    private Judgement judge(String now, String before) {
        return plausibility.judge(figures(now), figures(before), Figures.NONE);
    }
}
