package org.computility.shared.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void aChoiceOfLanguageKeepsTheOtherParameters() {
        assertThat(Language.link(null, Locale.ENGLISH)).isEqualTo("?language=en");
        assertThat(Language.link("code=1&language=en", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("?code=1&language=zh");
        assertThat(Language.without("language=zh&code=1")).isEqualTo("code=1");
        assertThat(Language.without(null)).isEmpty();
    }
}
