package org.computility.jobs.online;

import java.time.Instant;
import java.util.List;

/**
 * Who has called a service how often through the platform.
 *
 * @param users the most frequent callers first
 */
public record JobCallsView(String jobId, long calls, List<User> users) {

    /** One caller. */
    public record User(String userId, long calls, Instant lastAt) {}

    public JobCallsView {
        users = List.copyOf(users);
    }
}
