package org.computility.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the three servers with the platform on it, on a database that was empty when the tests began. */
public interface ServerUnderTest {

    /** Where the platform answers, with a slash at its end; the same after a restart. */
    URI baseUri();

    /** The first administrator's password; the account's name is {@code admin}. */
    String adminPassword();

    /** The platform's database, for looking at what no API shows. */
    org.computility.server.Database database();

    /**
     * What the batch engine's own tables show as not ended, executions and their steps: {@code execution 7 STARTED},
     * {@code step of execution 7 STARTED}.
     */
    List<String> openExecutions();

    /** One more server on the same database and data, not started yet; the caller ends it. */
    ServerUnderTest another();

    /** A platform of its own, on an empty database and on Payara Micro, not started yet; the caller ends it. */
    ServerUnderTest neighbour(String name);

    /** Starts the server with the application on its data; returns when it is ready. */
    default void start() {
        start(Map.of());
    }

    /** The same with more settings ({@code COMPUTILITY_…}), for this start only. */
    void start(Map<String, String> moreSettings);

    /** Ends the server's process as {@code kill -9} does; its database goes on. */
    void kill();

    /** Stops the server in order. */
    void stop();

    /** Where the server writes what it logs. */
    Path log();

    /** The log that the server itself keeps in bounds; {@link #log} may be what its start script catches. */
    Path ownLog();
}
