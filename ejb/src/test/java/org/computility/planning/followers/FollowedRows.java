package org.computility.planning.followers;

import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.results.ResultsTaken;
import org.computility.results.ResultsTaken.Taken;
import org.hibernate.StatelessSession;

/** A plan with an instance that finds things; CAR is followed by PLATE and PLATE by CAR, and LONE by itself and COLOUR. */
final class FollowedRows {

    static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static final String PACKAGE = "1101150192508600000120231012203630000101";

    final PlanningRows rows;
    final Following following = new Following();
    final long plan;
    final UUID camera;

    FollowedRows(StatelessSession session) {
        rows = new PlanningRows(session, NOW);
        rows.write(
                "truncate task_plan, task_instance, follow_up, follower_plan, task_result, capability, algorithm_package cascade");
        rows.write("create table if not exists task_result_any partition of task_result default");
        rows.write("""
                insert into algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators,
                    env, streams_per_replica, created_at, lock_version, organisation_id)
                values (?1, 'n', '1', 'artifact', 'P', 1, 'm', 's', '{}', '[]', 1, now(), 0, ?2)
                """, PACKAGE, PlanningRows.ORGANISATION);
        capability("CAR", "PLATE");
        capability("PLATE", "CAR");
        capability("LONE", "LONE,COLOUR");
        plan = rows.plan("PERIODIC", true);
        camera = rows.instance(plan, InstanceState.RUNNING, 4, null);
        rows.write("update task_instance set device_id = 'gate-camera' where id = ?1", camera);
        following.followUps = new FollowUps_(session);
        following.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** A new result of that instance. */
    Taken found(UUID instance, String capability) {
        UUID id = UUID.randomUUID();
        rows.write("""
                insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code, device_id,
                    sequence, time, data, received_at)
                values (?1, ?2, ?3, ?4, ?5, 'node', ?6, 'gate-camera', 1, ?7, '{}', ?7)
                """, DAY, id, instance, plan, PlanningRows.ORGANISATION, capability, NOW);
        return new Taken(DAY, id, instance, capability, NOW, 1);
    }

    /** Followers are told of these results. */
    void tell(Taken... results) {
        rows.commit(() -> {
            following.follow(new ResultsTaken(PlanningRows.ORGANISATION, List.of(results)));
            return true;
        });
    }

    /** Which capabilities look at that result. */
    List<String> followersOf(Taken result) {
        return rows.all(
                String.class, "select follower from follow_up where parent_result = ?1 order by follower", result.id());
    }

    /** The instance that looks at that result. */
    UUID instanceOf(Taken result) {
        return rows.one(UUID.class, "select instance_id from follow_up where parent_result = ?1", result.id());
    }

    String stateOf(Taken result) {
        return rows.one(String.class, "select state from follow_up where parent_result = ?1", result.id());
    }

    Taken[] many(int number) {
        return many(number, "CAR");
    }

    Taken[] many(int number, String capability) {
        return Stream.generate(() -> found(camera, capability)).limit(number).toArray(Taken[]::new);
    }

    private void capability(String code, String followers) {
        rows.write("""
                insert into capability (code, package_id, name, data_type, task_types, event_ids, followers, task_fields,
                    status, created_at, last_modified_at, lock_version)
                values (?1, ?2, 'n', 'ALERT', '{}', '{}', string_to_array(?3, ','), '[]', 'UNTESTED', now(), now(), 0)
                """, code, PACKAGE, followers);
    }
}
