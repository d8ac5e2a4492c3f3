package org.computility.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.passwords.RequestOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeFilterTest {

    private static final Caller SOMEBODY =
            new Caller(UUID.randomUUID(), "somebody", UUID.randomUUID(), Set.of(Role.OPERATOR), null);

    private final EdgeFilter filter = new EdgeFilter();
    private final Map<String, Object> sent = new HashMap<>();

    @BeforeEach
    void connect() {
        filter.origin = new RequestOrigin();
        filter.caller = new CurrentCaller();
        filter.audit = new AuditNote();
    }

    @Test
    void tellsWhereTheRequestComesFromWhileItRuns() throws Exception {
        pass(null, (request, response) -> {
            assertThat(filter.origin.address()).isEqualTo("192.0.2.7");
            assertThat(filter.origin.isConfidential()).isTrue();
        });
    }

    @Test
    void theNextRequestOfTheThreadHasNoCaller() throws Exception {
        pass(null, (request, response) -> filter.caller.set(SOMEBODY));

        assertThat(filter.caller.isKnown()).isFalse();
        assertThat(filter.origin.address()).isEqualTo("unknown");
        assertThat(filter.origin.isConfidential()).isFalse();
    }

    @Test
    void theCallerOfAFailedRequestIsForgottenToo() {
        assertThatThrownBy(() -> pass(null, (request, response) -> {
                    filter.caller.set(SOMEBODY);
                    throw new ServletException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(filter.caller.isKnown()).isFalse();
        assertThat(filter.origin.address()).isEqualTo("unknown");
    }

    @Test
    void whatOneRequestNotedForItsAuditRecordIsNotTheNextOnes() throws Exception {
        pass("order-66", (request, response) -> {
            filter.audit.on("thing 7");
            assertThat(filter.audit.entry(null, null, "POST /x", filter.audit.targetOr("/x"), 200))
                    .isEqualTo(new AuditEntry(null, null, "POST /x", "thing 7", "192.0.2.7", 200, "order-66"));
        });

        pass(
                null,
                (request, response) -> assertThat(filter.audit.targetOr("/x")).isEqualTo("/x"));
    }

    @Test
    void keepsTheCallersOwnNumber() throws Exception {
        pass("order-66", (request, response) -> {});

        assertThat(sent).containsEntry("X-Request-ID", "order-66");
    }

    @Test
    void givesANumberOfItsOwnInPlaceOfAnUnfitOne() throws Exception {
        pass("a b\r\nSet-Cookie: c", (request, response) -> {});

        assertThat(sent.get("X-Request-ID")).asString().matches("[0-9a-f-]{36}");
    }

    private void pass(String number, FilterChain chain) throws Exception {
        HttpServletRequest request = fake(
                HttpServletRequest.class,
                Map.of("getRemoteAddr", "192.0.2.7", "isSecure", true, "getServletPath", "/platform"),
                number == null ? Map.of() : Map.of("X-Request-ID", number));
        filter.doFilter(request, fake(HttpServletResponse.class, Map.of(), Map.of()), chain);
    }

    /** Answers the named methods, and getHeader; keeps what setHeader is told. */
    private <T> T fake(Class<T> type, Map<String, Object> answers, Map<String, String> headers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setHeader")) {
                        sent.put((String) arguments[0], arguments[1]);
                    }
                    return method.getName().equals("getHeader")
                            ? headers.get((String) arguments[0])
                            : answers.get(method.getName());
                }));
    }
}
