package org.computility.client.wire;

import java.util.Map;
import org.computility.client.network.Calls;

/** Carries the calls of {@code client.network}: that package knows neither HTTP nor envelopes. */
public record NetworkCalls(Transport transport) implements Calls {

    @Override
    public <T> T call(Kind kind, String method, String path, Map<String, ?> query, Object body, Class<T> type) {
        Family family = kind == Kind.STANDARD ? Family.NETWORK : Family.PLATFORM;
        return transport.call(family, method, path, query, body, type);
    }

    @Override
    public void tell(String method, String path) {
        transport.tell(Family.PLATFORM, method, path, null);
    }

    @Override
    public Calls withHeader(String name, String value) {
        return new NetworkCalls(transport.withHeader(name, value));
    }

    @Override
    public String segment(String name) {
        return Transport.segment(name);
    }
}
