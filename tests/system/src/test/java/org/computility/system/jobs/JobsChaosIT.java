package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.SoftAssertions;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmTool;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The platform, its database and the parts of a cluster are killed at random while jobs come in, run, and are stopped: each
 * job runs once, ends in its true state, and costs what it ran.
 */
@OnTheServer
@InTurn(place = 0)
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class JobsChaosIT {

    private static final int JOBS = Integer.getInteger("computility.chaos.jobs", 10);
    private static final long SEED =
            Long.getLong("computility.chaos.seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));

    private static final int BATCH = 1 + JOBS / Outages.Victim.values().length;
    /** When so few are left nothing breaks any more. */
    private static final int REST = JOBS / 4;

    private static final Duration PATIENCE = Duration.ofMinutes(4).plus(Duration.ofSeconds(2L * JOBS));
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String DEPOSIT = "1000";

    private final Platform platform;
    private final ServerUnderTest server;

    JobsChaosIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
    }

    @Test
    void eachJobRunsOnceEndsTrulyAndIsPaidOnce() throws IOException, InterruptedException {
        SlurmTool.require();
        Path folder = TrainingCenters.folder();
        String here = TrainingCenters.here(platform, folder);
        try (SlurmCluster cluster = SlurmCluster.open()) {
            String there = TrainingCenters.cluster(platform, cluster);
            TrainingGround ground = new TrainingGround(platform, here);
            ground.price("0.01");
            ground.deposit(DEPOSIT);
            Crowd crowd = new Crowd(ground, List.of(here, there), platform.freshName("chaos"), JOBS);
            liveThrough(new Outages(server, cluster, SEED), crowd);
            judge(crowd, new Verdict(ground.user(), List.of(folder, cluster.jobs())), ground);
            platform.asAdmin().delete("platform/v1/centers/" + there).expect(204);
        }
    }

    private static void liveThrough(Outages outages, Crowd crowd) throws IOException, InterruptedException {
        Instant began = Instant.now();
        System.out.println("JobsChaosIT: " + JOBS + " jobs, -Dcomputility.chaos.seed=" + SEED);
        crowd.grow(BATCH);
        while (!outages.hadAll() || crowd.open() > REST) {
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
                crowd.grow(BATCH);
                crowd.stopSome();
            });
            outages.cause();
            meanwhile.join();
        }
        await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
            crowd.stopSome();
            return crowd.open() == 0;
        });
        System.out.println("JobsChaosIT: all ended after "
                + Duration.between(began, Instant.now()).toSeconds() + " s; killed " + outages.kills());
    }

    /** All faults are told, not the first alone. */
    private static void judge(Crowd crowd, Verdict verdict, TrainingGround ground) {
        SoftAssertions all = new SoftAssertions();
        BigDecimal[] charged = {BigDecimal.ZERO};
        for (Crowd.Member member : crowd.members()) {
            all.assertThatCode(() -> charged[0] = charged[0].add(verdict.on(member)))
                    .as(member.name() + ", which " + member.fate())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
        await().atMost(TrainingGround.PATIENCE)
                .untilAsserted(() -> assertThat(ground.balance())
                        .isEqualByComparingTo(new BigDecimal(DEPOSIT).subtract(charged[0])));
    }
}
