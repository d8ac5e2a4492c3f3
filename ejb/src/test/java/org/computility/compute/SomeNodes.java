package org.computility.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.computility.shared.FiredEvents;
import org.hibernate.StatelessSession;

/** Registrations for tests. */
public final class SomeNodes {

    public static final UUID NORTH = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final UUID SOUTH = UUID.fromString("00000000-0000-0000-0000-000000000002");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Nodes nodes;

    /** Nodes in that session's database. */
    public SomeNodes(StatelessSession session) {
        nodes = new Nodes_(session);
    }

    public static String code(int number) {
        return "11010800005020%06d".formatted(number);
    }

    /** Writes the registration of a node of {@link #NORTH}. */
    public void register(int number, Instant at) {
        register(number, NORTH, at);
    }

    /** The same for another organisation. */
    public void register(int number, UUID organisation, Instant at) {
        nodes.register(registration(number, organisation, at));
    }

    /** Writes the registration of a node that listens where another one is registered, too. */
    public void registerAtAddressOf(int number, int other, Instant at) {
        Registration there = registration(other, NORTH, at);
        nodes.register(new Registration(
                code(number), "CAP", there.host(), there.port(), "box", new byte[] {1}, true, NORTH, at));
    }

    public void unregister(int number) {
        nodes.unregister(code(number), NORTH);
    }

    /** Marks those offline that were last heard before that instant. */
    public void silence(Instant before, Instant now) {
        nodes.silentSince(before).forEach(code -> nodes.silence(code, before, now));
    }

    /** Writes that it was heard. */
    public void heard(int number, Instant at) {
        nodes.heard(Map.of(code(number), at), at);
    }

    /** What writes signs of life and judges silence, without its transactions. */
    public Liveness liveness() {
        Liveness liveness = new Liveness();
        liveness.nodes = nodes;
        liveness.cameOnline = new FiredEvents<>();
        liveness.wentOffline = new FiredEvents<>();
        return liveness;
    }

    /** The same by that clock of the database, where whoever hears of a node's silence does so. */
    public Liveness liveness(Supplier<Instant> databaseTime, Consumer<NodeOffline> heard) {
        Liveness liveness = liveness(databaseTime);
        liveness.wentOffline = new FiredEvents<NodeOffline>() {
            @Override
            public void fire(NodeOffline event) {
                heard.accept(event);
            }
        };
        return liveness;
    }

    /** The same by that clock of the database. */
    public Liveness liveness(Supplier<Instant> databaseTime) {
        Liveness liveness = liveness();
        liveness.databaseTime = databaseTime;
        return liveness;
    }

    /** Writes the registration of that many nodes, from number 1 on, within one statement. */
    public void registerMany(int count, Instant at) {
        nodes.session()
                .createNativeMutationQuery("""
                        insert into compute_node (code, type, host, port, username, sealed_password, serves_algorithms,
                            online, registered_at, last_seen_at, changed_at)
                        select '110108000050' || lpad(cast(n as text), 8, '0'), 'CAP', '10.0.0.1', 8001, 'box', '', true,
                            true, :at, :at, :at
                        from generate_series(1, :count) n
                        """)
                .setParameter("at", at)
                .setParameter("count", count)
                .executeUpdate();
    }

    /** Their codes, in their order. */
    public List<String> online() {
        return nodes.onlineCodes().stream().sorted().toList();
    }

    /** Their addresses, which nobody opens here. */
    public NodeAddresses addresses() {
        return new NodeAddresses(nodes, null);
    }

    static Registration registration(int number, UUID organisation, Instant at) {
        return new Registration(
                code(number), "CAP", "10.0.0." + number, 8000 + number, "box", new byte[] {1}, true, organisation, at);
    }
}
