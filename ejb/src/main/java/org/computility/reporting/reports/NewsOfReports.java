package org.computility.reporting.reports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What became known of month reports since a point: each state once, in the order of points (TC609 clauses 5.4 and 5.5). Who asks
 * again with the point that an answer gives misses nothing and gets nothing twice.
 */
@Stateless
public class NewsOfReports {

    /** States of one answer. */
    public static final int MOST = 500;

    @Inject
    ReportStates states;

    @Inject
    CurrentCaller caller;

    /**
     * Of the caller's own centers, an administrator's are all.
     *
     * @param most states of this answer, up to {@link #MOST}
     * @throws Rejected {@code member-invalid} for a point that has not come
     */
    public ReportNews seen(long after, int most) {
        caller.require(Role.READERS);
        long newest = states.newestPoint();
        requireCome(after, newest);
        return news(after, newest, most, states.news(caller.get().scope(), after, newest, most + 1));
    }

    /** Of the centers in some provinces, none named: in all; for whoever need not ask who may see them. */
    public ReportNews of(Collection<String> provinces, long after) {
        String[] codes = provinces.toArray(String[]::new);
        long newest = states.newestPoint();
        return news(
                after,
                newest,
                MOST,
                codes.length == 0
                        ? states.news(null, after, newest, MOST + 1)
                        : states.newsOf(codes, after, newest, MOST + 1));
    }

    /** @throws Rejected {@code member-invalid} for a point that has not come */
    public void requireCome(long after) {
        requireCome(after, states.newestPoint());
    }

    private static ReportNews news(long after, long newest, int most, List<ReportState> found) {
        List<ReportStateView> some =
                found.stream().limit(most).map(ReportState::view).toList();
        boolean more = found.size() > most;
        return new ReportNews(after, more ? some.get(most - 1).knownOn() : newest, more, some);
    }

    private static void requireCome(long after, long newest) {
        if (after > newest) {
            throw new Rejected(
                    "member-invalid", new Member("after"), "{member} is at most " + newest + ", the newest point.");
        }
    }
}
