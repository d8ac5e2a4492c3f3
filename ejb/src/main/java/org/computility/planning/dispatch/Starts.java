package org.computility.planning.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Candidate;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.planning.state.Guard;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The statements of a start: a handful for any number of instances. */
interface Starts {

    /** Waiting for room costs one query for all that wait, so it is asked for often. */
    Duration FOR_ROOM = Duration.ofSeconds(5);

    /**
     * Nobody waits longer for a next try than {@link Ends#LONGEST}. What lies further ahead than this was written by a clock that
     * has been put back since, and is due. The clocks of servers differ a little.
     */
    Duration NEVER_LATER = Ends.LONGEST.plusMinutes(1);

    /** So many that gave way are looked at before their next try: however many wait, others have their turn. */
    int GAVE_WAY = 200;

    String CANDIDATES = """
        select i.id, i.number, i.plan_id, i.organisation_id, i.algo_def_code, i.device_id, i.pinned_service,
               cast(i.task_info as text), i.priority, p.type, p.mode, p.round_count, p.group_started_at, p.duration,
               i.postponed,
               exists (select from licence_ability l join licence_file f on f.number = l.licence_number
                       where l.algo_def_code = i.algo_def_code and f.organisation_id = i.organisation_id)
               or exists (select from capability c join algorithm_package k on k.id = c.package_id
                          join authorization_server s on s.provider = k.provider and s.is_default
                          where c.code = i.algo_def_code and s.organisation_id = i.organisation_id) as licensed
        from task_instance i join task_plan p on p.id = i.plan_id
        """;

    /** Of a crowd in which somebody found no place, only those are left whose own device may take them directly. */
    String NOT_IN_VAIN = """
          and (i.device_id = any(:direct) or
              (i.organisation_id, i.algo_def_code) not in (
                  select f.organisation_id, f.algo_def_code
                  from unnest(:organisations, :codes, :services) f (organisation_id, algo_def_code, service_id)
                  where f.service_id is null)
              and (i.pinned_service is null or (i.organisation_id, i.algo_def_code, i.pinned_service) not in (
                  select f.organisation_id, f.algo_def_code, f.service_id
                  from unnest(:organisations, :codes, :services) f (organisation_id, algo_def_code, service_id)
                  where f.service_id is not null)))
        """;

    String STARTABLE = Guard.IF + "i.state in ('PENDING', 'FINISHED', 'ERROR')" + Guard.THEN;

    String PLACEABLE = Guard.IF + "i.state in ('PENDING', 'YIELDED', 'FINISHED', 'ERROR')" + Guard.THEN;

    String MISSABLE = Guard.IF + "i.state in ('PENDING', 'ERROR') or (c.misses and i.state = 'FINISHED')" + Guard.THEN;

    StatelessSession session();

    /**
     * Members of inspections' groups: first the members that found no room before, then the highest priority. Members that
     * somebody paused meanwhile are left out.
     */
    default List<Wish> ofGroups(Collection<StartOrder> orders) {
        Map<Long, StartOrder> byPlan =
                orders.stream().collect(Collectors.toMap(StartOrder::planId, Function.identity()));
        UUID[] ids =
                orders.stream().flatMap(order -> order.instances().stream()).toArray(UUID[]::new);
        return ofGroups(ids).stream()
                .sorted(Comparator.comparing(Candidate::postponed)
                        .thenComparing(Candidate::priority)
                        .reversed())
                .map(candidate -> byPlan.get(candidate.planId()).wish(candidate))
                .toList();
    }

    /** Rows are locked in the order of their numbers, so that nobody who locks several of them deadlocks. */
    @SQL(CANDIDATES + """
        where i.id = any(:ids) and i.wanted and p.status = 'ON' and i.state in ('PENDING', 'FINISHED', 'ERROR')
        order by i.number for update of i
        """)
    List<Candidate> ofGroups(UUID[] ids);

    /**
     * Instances whose next try was due when the round began, highest priority first, of equals the one whose moment came first:
     * thousands that find no place keep nobody from being tried. Instances that another dispatcher holds are skipped. An
     * instance of an inspection is due only while its group has time left, and gets that time. Whoever gave way to another is
     * there before its next try, too: nobody of lower priority gets the room that it waits for.
     *
     * @param direct the codes of nodes that take tasks directly
     */
    default List<Wish> due(Round round, String[] direct, int most, Instant now) {
        Instant due = round.began();
        Instant beyond = due.plus(NEVER_LATER);
        List<Round.Crowd> full = List.copyOf(round.full());
        UUID[] organisations = Columns.of(full, Round.Crowd::organisationId, UUID[]::new);
        String[] codes = Columns.of(full, Round.Crowd::algoDefCode, String[]::new);
        UUID[] services = Columns.of(full, Round.Crowd::pinnedService, UUID[]::new);
        List<Candidate> candidates = candidates(due, beyond, direct, organisations, codes, services, most, now);
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Candidate> gaveWay = gaveWay(due, beyond, direct, organisations, codes, services, GAVE_WAY);
        return Stream.concat(candidates.stream(), gaveWay.stream())
                .sorted(Candidate.ORDER)
                .map(candidate -> candidate.at(now))
                .toList();
    }

    /** The same at the beginning of a round. */
    default List<Wish> due(Instant now, int most) {
        return due(Round.at(now), new String[0], most, now);
    }

    @SQL(CANDIDATES + """
        where i.wanted and i.state in ('PENDING', 'ERROR', 'YIELDED') and (i.retry_at <= :due or i.retry_at > :beyond)
          and (p.mode = 'PERIODIC' or p.group_started_at + (p.duration - 1) * interval '1 second' > :now)
        """ + NOT_IN_VAIN + """
        order by i.priority desc, i.retry_at, i.number limit :most for update of i skip locked
        """)
    List<Candidate> candidates(
            Instant due,
            Instant beyond,
            String[] direct,
            UUID[] organisations,
            String[] codes,
            UUID[] services,
            int most,
            Instant now);

    @SQL(CANDIDATES + """
        where i.wanted and i.state = 'YIELDED' and i.retry_at > :due and i.retry_at <= :beyond
        """ + NOT_IN_VAIN + """
        order by i.priority desc, i.number limit :most for update of i skip locked
        """)
    List<Candidate> gaveWay(
            Instant due,
            Instant beyond,
            String[] direct,
            UUID[] organisations,
            String[] codes,
            UUID[] services,
            int most);

    /** How many tasks each service has now. */
    default Map<UUID, Long> taken(Collection<UUID> services) {
        return taken(services.toArray(new UUID[0])).stream().collect(Collectors.toMap(Taken::serviceId, Taken::tasks));
    }

    @SQL("""
        select service_id, count(*) from task_instance
        where service_id = any(:services) and state in ('STARTING', 'RUNNING', 'STOPPING') group by service_id
        """)
    List<Taken> taken(UUID[] services);

    /** Tasks of a service. */
    record Taken(UUID serviceId, long tasks) {}

    /** Whether any instance is due; costs much less than finding them. */
    default boolean isAnyDue(Instant now) {
        return isAnyDue(now, now.plus(NEVER_LATER));
    }

    @SQL("""
        select exists (
            select 1 from task_instance where wanted and state in ('PENDING', 'ERROR', 'YIELDED') and retry_at <= :now)
        or exists (
            select 1 from task_instance where wanted and state in ('PENDING', 'ERROR', 'YIELDED') and retry_at > :beyond)
        """)
    boolean isAnyDue(Instant now, Instant beyond);

    /** Marks the rows STARTING and opens a run for each. */
    default void assign(List<Assignment> chosen, Instant now) {
        assign(
                Columns.of(chosen, assignment -> assignment.wish().id(), UUID[]::new),
                Columns.of(chosen, Assignment::serviceId, UUID[]::new),
                Columns.of(chosen, Assignment::computeCode, String[]::new),
                Columns.of(chosen, assignment -> assignment.wish().round(), Integer[]::new),
                now);
    }

    @Makes(InstanceEvent.PLACED)
    @SQL("""
        with c as (select * from unnest(:ids, :services, :codes, :rounds) c (id, service_id, compute_code, round)),
        changed as (
            update task_instance i set state = 'STARTING', message = null, retry_at = null, changed_at = :now,
                preempted_by = null,
                stale_until = case when i.compute_code = c.compute_code
                                   then greatest(i.node_started_at, i.stale_until) end,
                node_started_at = null, service_id = c.service_id, compute_code = c.compute_code
            from c where i.id = c.id and
        """ + PLACEABLE + """
            returning i.id, i.plan_id),
        foretold as (
            update instance_forecast f set started_at = :now
            from changed where f.instance_id = changed.id and f.started_at is null),
        opened as (
            insert into instance_run (plan_id, instance_id, round, service_id, compute_code, started_at)
            select changed.plan_id, changed.id, c.round, c.service_id, c.compute_code, :now
            from changed join c on c.id = changed.id returning id)
        select count(*) from opened
        """)
    long assign(UUID[] ids, UUID[] services, String[] codes, Integer[] rounds, Instant now);

    /**
     * These have no room, and wait.
     *
     * @param misses whether an instance has missed its inspection's round, instead
     */
    default void noRoom(Map<Wish, String> reasons, Predicate<Wish> misses, Instant now) {
        Set<Wish> left = reasons.keySet();
        noRoom(
                Columns.of(left, Wish::id, UUID[]::new),
                Columns.of(left, reasons::get, String[]::new),
                Columns.of(left, misses::test, Boolean[]::new),
                Columns.of(left, Wish::round, Integer[]::new),
                now,
                now.plus(FOR_ROOM));
    }

    @Makes({InstanceEvent.WAITS, InstanceEvent.MISSED})
    @SQL("""
        with c as (select * from unnest(:ids, :messages, :misses, :rounds) c (id, message, misses, round)),
        changed as (
            update task_instance i set state = case when c.misses then 'ERROR' else 'PENDING' end,
                message = c.message, changed_at = :now, retry_at = case when not c.misses then cast(:later as timestamptz) end
            from c where i.id = c.id and
        """ + MISSABLE + """
            returning i.id, i.plan_id),
        missed as (
            insert into instance_run (plan_id, instance_id, round, started_at, ended_at, outcome, message)
            select changed.plan_id, changed.id, c.round, :now, :now, 'NO_ROOM', c.message
            from changed join c on c.id = changed.id where c.misses returning id)
        select count(*) from missed
        """)
    long noRoom(UUID[] ids, String[] messages, Boolean[] misses, Integer[] rounds, Instant now, Instant later);

    /** Other members of their group took the room: these wait, and come first in the next group. */
    default void postpone(Map<Wish, String> reasons, Instant now) {
        Set<Wish> later = reasons.keySet();
        postpone(Columns.of(later, Wish::id, UUID[]::new), Columns.of(later, reasons::get, String[]::new), now);
    }

    @Makes(InstanceEvent.POSTPONED)
    @SQL("""
        with c as (select * from unnest(:ids, :messages) c (id, message)),
        changed as (
            update task_instance i set state = 'PENDING', message = c.message, postponed = true, retry_at = null,
                changed_at = :now
            from c where i.id = c.id and
        """ + STARTABLE + """
            returning i.id)
        select count(*) from changed
        """)
    long postpone(UUID[] ids, String[] messages, Instant now);
}
