package org.computility.operations.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobParameterTest {

    private static final JobParameter AGE =
            JobParameter.period("olderThan", Period.ofDays(400), Period.ofDays(1), Period.ofYears(100));
    private static final JobParameter SIZE = JobParameter.number("atOnce", 1000, 1, 10_000);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void theDefaultStandsForWhatIsNotTold(String text) {
        assertThat(AGE.value(text)).isEqualTo("P400D");
        assertThat(SIZE.value(text)).isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource({"P30D, P30D", "' p1y6m ', P1Y6M", "P2W, P14D", "P1D, P1D", "P100Y, P100Y"})
    void readsPeriods(String text, String value) {
        assertThat(AGE.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0010000, 10000", "' 7 ', 7"})
    void readsNumbers(String text, String value) {
        assertThat(SIZE.value(text)).isEqualTo(value);
    }

    @Test
    void readsTheIdOfOneThingOrStandsForAll() {
        JobParameter order = JobParameter.one("order");

        assertThat(order.value(" 70553686-096F-488b-8151-9c1e47adafa5 "))
                .isEqualTo("70553686-096f-488b-8151-9c1e47adafa5");
        assertThat(order.value("ffffffff-ffff-ffff-ffff-ffffffffffff")).startsWith("ffffffff");
        assertThat(order.value(null)).isEqualTo("00000000-0000-0000-0000-000000000000");
        refused(order, "70553686", "{member} is a UUID of 36 characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "soon, is a period like P90D",
        "30, is a period like P90D",
        "PT720H, is a period like P90D",
        "P0D, is between P1D and P100Y",
        "P-1D, is a period like P90D",
        "P1M-30D, is a period like P90D",
        "P999999999Y, is a period like P90D",
        "P10001Y, is a period like P90D",
        "P1201M, is between P1D and P100Y"
    })
    void refusesOtherPeriods(String text, String why) {
        refused(AGE, text, "{member} " + why + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "many, is a whole number",
        "1.5, is a whole number",
        "9999999999999999999, is a whole number",
        "0, is between 1 and 10000",
        "-1, is between 1 and 10000",
        "10001, is between 1 and 10000"
    })
    void refusesOtherNumbers(String text, String why) {
        refused(SIZE, text, "{member} " + why + ".");
    }

    @Test
    void aDefaultLiesWithinItsBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> JobParameter.number("atOnce", 0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> JobParameter.number("atOnce", 3, 1, 2));
    }

    private static void refused(JobParameter parameter, String text, String message) {
        assertThatThrownBy(() -> parameter.value(text)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("member-invalid");
            assertThat(refusal.member()).isEqualTo("parameters." + parameter.name());
            assertThat(refusal.getMessage()).isEqualTo(message.replace("{member}", "parameters." + parameter.name()));
        });
    }
}
