package org.computility.observation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.computility.shared.rest.family.Family;
import org.junit.jupiter.api.Test;

class RequestTimesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RequestTimes times = new RequestTimes(registry);

    @Test
    void countsByOperationMethodAndStatus() {
        answer("GET", 200);
        answer("GET", 200);
        answer("GET", 404);

        assertThat(registry.get("http.server.requests")
                        .tags("family", "monitoring", "operation", "/api/project", "method", "GET", "status", "200")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("http.server.requests")
                        .tag("status", "404")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void inventedMethodsMakeOneFigure() {
        for (int n = 0; n < 50; n++) {
            answer("METHOD" + n, 405);
        }

        assertThat(registry.find("http.server.requests").timers()).hasSize(1);
    }

    @Test
    void knowsHowManyAreUnderWay() {
        times.begin();
        times.begin();
        times.end(Asked.of(Family.MONITORING, "/api/project"), "GET", 200, Duration.ofMillis(1));

        assertThat(registry.get("http.server.requests.active").gauge().value()).isEqualTo(1);
    }

    private void answer(String method, int status) {
        times.begin();
        times.end(Asked.of(Family.MONITORING, "/api/project"), method, status, Duration.ofMillis(7));
    }
}
