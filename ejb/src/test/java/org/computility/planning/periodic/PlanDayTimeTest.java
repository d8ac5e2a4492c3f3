package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDayTimeTest {

    private static final Member MEMBER = new Member("planDayTime[3]");

    @ParameterizedTest
    @ValueSource(strings = {"1,7:00,9:00", "1,7:00-9:00", " 1 , 07:00 , 09:00 "})
    void readsBothSpellingsOfTheStandard(String text) {
        assertThat(PlanDayTime.parse(MEMBER, text)).isEqualTo(new Window(DayOfWeek.MONDAY, 420, 540));
    }

    @Test
    void twentyFourHoursCloseADay() {
        assertThat(PlanDayTime.parse(MEMBER, "7,22:30,24:00")).isEqualTo(new Window(DayOfWeek.SUNDAY, 1350, 1440));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0,7:00,9:00",
                "8,7:00,9:00",
                "1,25:00,9:00",
                "1,7:60,9:00",
                "1,7:00,24:01",
                "1,7,9",
                "Monday"
            })
    void refusesAnythingElseAndNamesTheMember(String text) {
        assertThatThrownBy(() -> PlanDayTime.parse(MEMBER, text))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("planDayTime[3]"))
                .hasMessage("planDayTime[3] is like 1,7:00,9:00 (weekday 1 to 7, from, to), not " + text + ".");
    }
}
