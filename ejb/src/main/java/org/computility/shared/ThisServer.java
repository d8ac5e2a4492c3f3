package org.computility.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * The process that runs this code, among the servers that share the database: a new one after each start. People know it by
 * {@code COMPUTILITY_SERVER_NAME} (1 to 100 characters, default the host's name).
 */
@ApplicationScoped
public class ThisServer {

    private static final int LONGEST = 100;
    private static final int TOLD_APART_BY = 8;

    private final UUID id = UUID.randomUUID();
    private String name;

    /** Named by its settings, once it is there. */
    public ThisServer() {}

    /** A server of that name. */
    public ThisServer(String name) {
        this.name = name;
    }

    @PostConstruct
    void appear() {
        name = named(Settings.ofServer()) + "-" + id.toString().substring(0, TOLD_APART_BY);
    }

    /** Its name in rows that no person reads. */
    public UUID id() {
        return id;
    }

    /** Its name as people recognise it, different after each start. */
    public String name() {
        return name;
    }

    static String named(Settings settings) {
        String name = settings.find("computility.server.name").orElseGet(ThisServer::hostName);
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("COMPUTILITY_SERVER_NAME has 1 to " + LONGEST + " characters.");
        }
        return name;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "server";
        }
    }
}
