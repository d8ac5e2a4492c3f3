package org.computility.planning.followers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.planning.InstanceWriting;
import org.computility.planning.PlanWriting;
import org.computility.planning.drafts.InstanceBuilder;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.followers.FollowerInstances.Followed;
import org.computility.planning.followers.FollowerInstances.Waiting;
import org.computility.results.ResultCrops;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.shared.database.Columns;

/** What {@link FollowerClock} does in a turn, one transaction a method. Any number of servers may do so at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FollowerTurns {

    /** A follow-up that is not done by then has failed; its link ends then, too. */
    static final Duration IN_TIME = Duration.ofHours(1);

    private static final int AT_ONCE = 200;
    private static final int LONGEST_NAME = 256;

    @Inject
    FollowUps followUps;

    @Inject
    FollowerInstances table;

    @EJB
    PlanWriting plans;

    @EJB
    InstanceWriting instances;

    @EJB
    ResultSources sources;

    @EJB
    ResultCrops crops;

    @Inject
    Clock clock;

    /** Whether there is anything to be done, now or later. */
    public boolean isAnyOpen() {
        return table.isAnyOpen();
    }

    /** Ends follow-ups that are over, and answers instances that nodes have and shall stop. */
    public List<UUID> end() {
        Instant now = clock.instant();
        List<Standing> over = table.over(now.minus(IN_TIME), AT_ONCE);
        if (!over.isEmpty()) {
            followUps.end(
                    Columns.of(over, Standing::id, UUID[]::new),
                    Columns.of(over, standing -> standing.ending().name(), String[]::new),
                    Columns.of(over, Standing::reason, String[]::new),
                    now);
        }
        return table.unwant(now);
    }

    /** Deletes the instances of ended follow-ups. */
    public void sweep() {
        table.sweep(AT_ONCE);
    }

    /** Deletes the plans of followers that nobody needs any more; holds no instance meanwhile. */
    public void dropAbandoned() {
        table.dropAbandoned();
    }

    /** Makes the plans in which followers run. */
    public void preparePlans() {
        for (long planId : table.withoutPlan()) {
            table.note(planId);
            for (Followed followed : table.lockWithoutPlan(planId)) {
                table.found(planId, plans.createOn(planOf(followed), followed.organisationId()));
            }
        }
    }

    /** Gives follow-ups their instances, the oldest first, and answers how many. */
    public int plan() {
        List<Waiting> waiting = table.waiting(AT_ONCE);
        // Plans are locked in the order of their IDs.
        Map<Long, List<Waiting>> byPlan = waiting.stream()
                .collect(Collectors.groupingBy(Waiting::followersPlanId, TreeMap::new, Collectors.toList()));
        byPlan.forEach(this::plan);
        return waiting.size();
    }

    private void plan(long followersPlanId, List<Waiting> waiting) {
        List<ResultSource> added = instances.addWanted(
                followersPlanId, waiting.stream().map(this::instance).toList());
        if (added.isEmpty()) {
            return;
        }
        List<ResultSource> following = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            following.add(added.get(i).following(waiting.get(i).parentResult()));
        }
        sources.add(following);
        table.planned(
                Columns.of(waiting, Waiting::id, UUID[]::new),
                Columns.of(added, ResultSource::instanceId, UUID[]::new));
    }

    private InstanceSpec instance(Waiting waiting) {
        String crop = crops.link(
                        LocalDate.parse(waiting.parentDay()),
                        waiting.parentResult(),
                        waiting.createdAt().plus(IN_TIME))
                .toString();
        InstanceBuilder spec =
                InstanceSpec.of(waiting.follower()).priority(waiting.priority()).images(List.of(crop));
        return waiting.deviceId() == null
                ? spec.build()
                : spec.device(waiting.deviceId()).build();
    }

    private static NewPlan planOf(Followed followed) {
        String name = "Followers of " + followed.name();
        return new NewPlan(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                PlanType.IMAGE_REALTIME,
                PlanMode.PERIODIC,
                "Looks at what plan " + followed.planId() + " found",
                null,
                false,
                false,
                List.of(),
                null);
    }
}
