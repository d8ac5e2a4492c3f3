package org.computility.planning.followers;

import java.util.List;

/**
 * The follow-ups of a plan's results, a page of them, the newest first.
 *
 * @param followersPlanId the plan in which the followers run; null: none has run yet
 * @param open how many wait or run
 * @param missed how many were not made, because too many were open
 * @param total of all pages
 */
public record FollowersView(
        Long followersPlanId,
        long open,
        long done,
        long failed,
        long stopped,
        long missed,
        List<FollowUpView> items,
        int page,
        int pageSize,
        long total) {

    public FollowersView {
        items = List.copyOf(items);
    }
}
