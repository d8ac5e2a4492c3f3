package org.computility.system.turns;

import java.util.List;

/**
 * Which server has a class that runs on one server a build. The number moves on with every day, so three days have each
 * class on each server.
 */
record Turn(int number) {

    static final List<String> SERVERS = List.of("payara-micro", "payara-server", "wildfly");

    /** The server whose turn it is for what has that place. */
    String server(int place) {
        return SERVERS.get(Math.floorMod(number + place, SERVERS.size()));
    }
}
