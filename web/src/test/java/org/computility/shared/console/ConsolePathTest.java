package org.computility.shared.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePathTest {

    private static final String PAGE = "/console/compute/node.xhtml";

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

    @Test
    void anExpiredPageBeginsAnewWithItsParameters() {
        assertThat(address("http://here" + PAGE + "?code=7")).isEqualTo(PAGE + "?code=7");
    }

    @Test
    void whatAnotherPageWasOpenedWithIsNotTaken() {
        assertThat(address(null)).isEqualTo(PAGE);
        assertThat(address("http://here" + PAGE)).isEqualTo(PAGE);
        assertThat(address("http://elsewhere/?code=7")).isEqualTo(PAGE);
    }

    private static String address(String referrer) {
        return ConsolePath.opened((HttpServletRequest) Proxy.newProxyInstance(
                ConsolePathTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getServletPath")
                        ? PAGE
                        : method.getName().equals("getPathInfo") ? null : referrer));
    }
}
