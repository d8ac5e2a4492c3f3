package org.computility.system;

import java.net.URI;
import java.nio.file.Path;

/** One of the three servers with the platform on it, on a database that was empty when the tests began. */
public interface ServerUnderTest {

    /** Where the platform answers, with a slash at its end; the same after a restart. */
    URI baseUri();

    /** The first administrator's password; the account's name is {@code admin}. */
    String adminPassword();

    /** The platform's database, for looking at what no API shows (batch executions of the engine, counts of rows). */
    org.computility.server.Database database();

    /** Starts the server with the application on its data; returns when it is ready. */
    void start();

    /** Ends the server's process as {@code kill -9} does; its database goes on. */
    void kill();

    /** Stops the server in order. */
    void stop();

    /** Where the server writes what it logs. */
    Path log();
}
