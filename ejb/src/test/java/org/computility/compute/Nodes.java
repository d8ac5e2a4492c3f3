package org.computility.compute;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Registrations for tests. */
public final class Nodes {

    public static final UUID NORTH = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final UUID SOUTH = UUID.fromString("00000000-0000-0000-0000-000000000002");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Nodes() {}

    public static String code(int number) {
        return "11010800005020%06d".formatted(number);
    }

    /** Writes the registration of a node. */
    public static void register(DataSource database, int number, UUID organisation, Instant at) {
        new NodeTable(database).register(registration(number, organisation, at));
    }

    static Registration registration(int number, UUID organisation, Instant at) {
        return new Registration(
                code(number), "CAP", "10.0.0." + number, 8000 + number, "box", new byte[] {1}, true, organisation, at);
    }
}
