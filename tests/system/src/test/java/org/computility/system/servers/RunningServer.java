package org.computility.system.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.computility.server.Database;
import org.computility.system.ServerUnderTest;

/**
 * A platform that somebody else started ({@code -Dcomputility.url=… -Dcomputility.password=…}): for writing tests without
 * waiting for a server each time. Tests that restart it cannot run on it.
 */
public final class RunningServer implements ServerUnderTest {

    private final URI baseUri;
    private final String adminPassword;

    public RunningServer(String url, String adminPassword) {
        this.adminPassword = adminPassword;
        baseUri = URI.create(url.endsWith("/") ? url : url + "/");
    }

    @Override
    public void start(Map<String, String> moreSettings) {
        if (!moreSettings.isEmpty()) {
            throw notOurs();
        }
    }

    @Override
    public void stop() {
        // It goes on.
    }

    @Override
    public void kill() {
        throw notOurs();
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    @Override
    public String adminPassword() {
        return adminPassword;
    }

    @Override
    public Database database() {
        throw notOurs();
    }

    @Override
    public List<String> openExecutions() {
        throw notOurs();
    }

    @Override
    public ServerUnderTest another() {
        throw notOurs();
    }

    @Override
    public ServerUnderTest neighbour(String name) {
        throw notOurs();
    }

    @Override
    public Path log() {
        throw notOurs();
    }

    @Override
    public Path ownLog() {
        throw notOurs();
    }

    private static IllegalStateException notOurs() {
        return new IllegalStateException("this test needs a server of its own: run it without -Dcomputility.url");
    }
}
