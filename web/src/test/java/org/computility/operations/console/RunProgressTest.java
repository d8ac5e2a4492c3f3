package org.computility.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.computility.shared.console.Texts;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final Map<String, Long> FACTS = Map.of("round", 2L, "instances", 5L);

    @Test
    void anInspectionIsToldInTheReadersLanguage() {
        assertThat(RunProgress.inWords(sentence(Locale.ENGLISH), FACTS)).isEqualTo("Round 2, 5 at once");
        assertThat(RunProgress.inWords(sentence(Locale.CHINESE), FACTS)).isEqualTo("第 2 轮,本组 5 路");
    }

    @Test
    void aJobWithoutWordsShowsItsNumbersAndASilentOneNothing() {
        assertThat(RunProgress.inWords("", FACTS)).isEqualTo("instances 5, round 2");
        assertThat(RunProgress.inWords(sentence(Locale.ENGLISH), Map.of())).isEmpty();
    }

    private static String sentence(Locale locale) {
        return Texts.in(locale).of("progress.run-inspection");
    }
}
