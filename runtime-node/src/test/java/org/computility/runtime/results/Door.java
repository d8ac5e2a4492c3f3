package org.computility.runtime.results;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.runtime.http.FakeServer;

/** The door of a fake platform, with a token that does not change by itself. */
final class Door implements PlatformDoor {

    /** The tokens that were not accepted. */
    final List<String> refused = new CopyOnWriteArrayList<>();

    private final FakeServer platform;
    private volatile String token;

    /** @param token null: there is none yet */
    Door(FakeServer platform, String token) {
        this.platform = platform;
        this.token = token;
    }

    void give(String newToken) {
        token = newToken;
    }

    @Override
    public URI results() {
        return platform.url("/platform/v1/results");
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public void tokenRefused(String wrong) {
        refused.add(wrong);
    }
}
