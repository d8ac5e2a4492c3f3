package org.computility.trading.controlled;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code usage_policy}, and of what belongs to a policy. */
interface UsagePolicies {

    /** What stands for no limit where a statement counts. */
    int UNLIMITED = -1;

    StatelessSession session();

    @Find
    Optional<UsagePolicy> find(UUID policyId);

    @HQL("where confirmId = :confirmId and name = :name")
    Optional<UsagePolicy> named(UUID confirmId, String name);

    @HQL("from UsageScene where policyId = :policyId and name = :name")
    Optional<UsageScene> scene(UUID policyId, String name);

    /**
     * Counts one use, however many do at once: what remains then, or {@link #UNLIMITED}; nothing when nothing remained.
     */
    @SQL("""
            with used as (
                update usage_scene set remaining = remaining - 1
                where scene_id = :sceneId and (remaining is null or remaining > 0) returning remaining)
            select coalesce(remaining, -1) from used
            """)
    List<Integer> count(UUID sceneId);

    @SQL("insert into usage_use (use_id, scene_id, user_id, used_at) values (:useId, :sceneId, :userId, :now)")
    int record(UUID useId, UUID sceneId, UUID userId, Instant now);
}
