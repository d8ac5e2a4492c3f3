package org.computility.shared.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/",
                "/console/login.xhtml",
                "/console/operations/runs.xhtml",
                "/console/jakarta.faces.resource/images/ui-icons_0.png.xhtml",
                "/console/..hidden"
            })
    void isPlain(String path) {
        assertThat(ConsolePath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/jakarta.faces.resource/../operations/runs.xhtml",
                "/console/..",
                "/console/./login.xhtml",
                "/console//login.xhtml",
                "/console/a;b/login.xhtml",
                "/console/a\\..\\b",
                "/console/%2e%2e/x",
                "/console/a\u0000b",
                "/consolex",
                "/other"
            })
    void isNotPlain(String path) {
        assertThat(ConsolePath.isPlain(path)).isFalse();
    }
}
