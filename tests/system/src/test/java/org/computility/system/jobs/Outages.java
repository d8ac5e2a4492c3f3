package org.computility.system.jobs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;
import org.computility.server.Database;
import org.computility.system.DatabaseProcess;
import org.computility.system.ServerUnderTest;

/** Kills what jobs depend on, in an order that a seed gives, and starts it again. */
final class Outages {

    /** The order in which they start again: a server needs its database. */
    enum Victim {
        DATABASE,
        SERVER,
        SLURMCTLD,
        SLURMD,
        SLURMRESTD
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_MILLIS = 3000;
    private static final int TWO_AT_ONCE_IN = 4;

    private final ServerUnderTest server;
    private final DatabaseProcess database;
    private final SlurmCluster cluster;
    private final Random chance;
    private final Queue<Victim> next = new ArrayDeque<>();
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    Outages(ServerUnderTest server, SlurmCluster cluster, long seed) {
        this.server = server;
        this.cluster = cluster;
        database = new DatabaseProcess(server);
        chance = new Random(seed);
    }

    /** How often each was killed. */
    Map<Victim, Integer> kills() {
        return kills;
    }

    /** Whether each was killed once at least. */
    boolean hadAll() {
        return kills.size() == Victim.values().length;
    }

    /** One outage, sometimes of two at once: killed, away for a while, and back. */
    void cause() throws IOException, InterruptedException {
        List<Victim> victims = new ArrayList<>(List.of(draw()));
        if (chance.nextInt(TWO_AT_ONCE_IN) == 0) {
            victims.add(draw());
        }
        victims = victims.stream().distinct().toList();
        pass();
        for (Victim victim : victims) {
            kills.merge(victim, 1, Integer::sum);
            kill(victim);
            pass();
        }
        for (Victim victim : victims.stream().sorted().toList()) {
            start(victim);
        }
    }

    /** All have their turn before one has it again. */
    private Victim draw() {
        if (next.isEmpty()) {
            List<Victim> all = new ArrayList<>(List.of(Victim.values()));
            Collections.shuffle(all, chance);
            next.addAll(all);
        }
        return next.remove();
    }

    /** How long nothing happens is the seed's to say. */
    private void pass() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(LONGEST_MILLIS));
    }

    private void kill(Victim victim) throws IOException, InterruptedException {
        switch (victim) {
            case DATABASE -> database.breakDown();
            case SERVER -> server.kill();
            default -> cluster.kill(Daemon.valueOf(victim.name()));
        }
    }

    private void start(Victim victim) throws IOException {
        switch (victim) {
            case DATABASE -> {
                database.mend();
                await().atMost(PATIENCE).until(this::databaseAnswers);
            }
            case SERVER -> server.start();
            default -> cluster.start(Daemon.valueOf(victim.name()));
        }
    }

    private boolean databaseAnswers() {
        Database address = server.database();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return connection.isValid(1);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }
}
