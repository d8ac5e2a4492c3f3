package org.computility.shared.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class ConsoleExceptionHandlerTest {

    private static final String PAGE = "/console/compute/node.xhtml";

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
        return ConsoleExceptionHandler.address((HttpServletRequest) Proxy.newProxyInstance(
                ConsoleExceptionHandlerTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getServletPath")
                        ? PAGE
                        : method.getName().equals("getPathInfo") ? null : referrer));
    }
}
