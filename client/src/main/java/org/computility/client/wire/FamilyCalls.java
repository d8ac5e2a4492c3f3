package org.computility.client.wire;

import java.util.Map;
import org.computility.client.network.Calls;

/**
 * Carries calls for packages that know neither HTTP nor envelopes.
 *
 * @param standard whose operations the calls of a standard are
 */
public record FamilyCalls(Transport transport, Family standard) implements Calls {

    @Override
    public <T> T call(Kind kind, String method, String path, Map<String, ?> query, Object body, Class<T> type) {
        Family family = kind == Kind.STANDARD ? standard : Family.PLATFORM;
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
        return new FamilyCalls(transport.withHeader(name, value), standard);
    }

    @Override
    public String segment(String name) {
        return Transport.segment(name);
    }
}
