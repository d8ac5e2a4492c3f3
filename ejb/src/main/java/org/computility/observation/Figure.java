package org.computility.observation;

import java.util.List;

/** What is counted in the database, with the names of what tells one count from another. */
public enum Figure {
    NODES("computility_nodes", "Registered computes, by whether they keep alive", "state"),
    CENTERS("computility_centers", "Computing centers, by whether their runtime answers", "state"),
    SERVICES("computility_services", "Algorithm services on nodes", "state"),
    INSTANCES("computility_instances", "Instances of task plans", "state"),
    JOBS("computility_jobs", "Jobs that are not deleted", "kind", "state"),
    WAITING("computility_tasks_waiting", "Tasks of jobs that wait, by what they wait for", "reason"),
    RUNS("computility_batch_runs_active", "Batch runs that have begun and not ended", "job"),
    FAILING("computility_batch_job_failing", "1 where the newest run of a scheduled job has failed", "job"),
    NOTICES("computility_webhook_notices", "Notifications for webhooks that were not delivered", "state"),
    UPWARD("computility_reports_upward", "Accepted month reports that the platform above has not taken", "state"),
    UNSETTLED("computility_settlement_skipped_orders", "Orders that the newest run of settle-orders could not work on"),
    CONNECTIONS("computility_database_connections", "Connections to the database, of all servers", "state"),
    /** Seconds since 1970. */
    HEARD(
            "computility_telemetry_last_success_timestamp",
            "When the last telemetry came in, since 1970: of any compute, of any center",
            "source");

    private final String figureName;
    private final String meaning;
    private final List<String> labels;

    Figure(String figureName, String meaning, String... labels) {
        this.figureName = figureName;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** As Prometheus shows it, without a unit. */
    public String figureName() {
        return figureName;
    }

    public String meaning() {
        return meaning;
    }

    /** What its counts are told apart by, at most two. */
    public List<String> labels() {
        return labels;
    }
}
