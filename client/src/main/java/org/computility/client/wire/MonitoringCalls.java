package org.computility.client.wire;

import java.util.Map;
import org.computility.client.network.Calls;

/** Carries the calls of {@code client.monitoring}: that package knows neither HTTP nor signatures. */
public record MonitoringCalls(Transport transport) implements Calls {

    @Override
    public <T> T call(Kind kind, String method, String path, Map<String, ?> query, Object body, Class<T> type) {
        Family family = kind == Kind.STANDARD ? Family.MONITORING : Family.PLATFORM;
        if (type == Void.class) {
            transport.tell(family, method, path, body);
            return null;
        }
        return transport.call(family, method, path, query, body, type);
    }

    @Override
    public void tell(String method, String path) {
        transport.tell(Family.PLATFORM, method, path, null);
    }

    @Override
    public Calls withHeader(String name, String value) {
        return new MonitoringCalls(transport.withHeader(name, value));
    }

    @Override
    public String segment(String name) {
        return Transport.segment(name);
    }
}
