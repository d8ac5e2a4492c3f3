package org.computility.benchmarks.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.computility.system.Platform;

/** The job {@code settle-orders} of a running platform. */
final class OurSettler implements Settler {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Platform platform;

    OurSettler(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "settle-orders";
    }

    @Override
    public void settle(UsageSet set) {
        run("settle-orders");
    }

    /** Fails where the books do not agree. */
    void reconcile() {
        run("reconcile-ledger");
    }

    private void run(String job) {
        JsonObject wanted = Json.createObjectBuilder().add("jobName", job).build();
        int id = platform.asAdmin().post(RUNS, wanted).expect(201).json().getInt("id");
        JsonObject run = look(id);
        while (!run.containsKey("endedAt")) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS);
            run = look(id);
        }
        if (!run.getString("status").equals("COMPLETED")) {
            throw new IllegalStateException(run.toString());
        }
    }

    private JsonObject look(int id) {
        return platform.asAdmin().get(RUNS + "/" + id).expect(200).json();
    }
}
