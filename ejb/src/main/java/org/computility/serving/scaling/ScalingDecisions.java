package org.computility.serving.scaling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.serving.scaling.choice.Reason;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code scaling_decision}. */
interface ScalingDecisions {

    StatelessSession session();

    @HQL("where ruleId = :ruleId order by id desc")
    SelectionQuery<ScalingDecision> newest(UUID ruleId);

    @HQL("select count(*) from ScalingDecision where ruleId = :ruleId")
    long total(UUID ruleId);

    @HQL("where id = :id")
    Optional<ScalingDecision> find(long id);

    /** What is not done yet, the oldest first. */
    @HQL("where ruleId = :ruleId and outcome = 'STARTED' order by id")
    List<ScalingDecision> unfinished(UUID ruleId);

    /** Why it was decided so the last time. */
    @HQL("select reason from ScalingDecision where ruleId = :ruleId order by id desc limit 1")
    Optional<Reason> lastReason(UUID ruleId);

    /** The nodes that took no further replica, or no package, since then, and those whose service has failed and gone since. */
    @SQL("""
            select distinct compute_code from scaling_decision
            where rule_id = :ruleId and ended_at > :since
              and (outcome = 'FAILED' and action in ('GROW', 'LOAD', 'DELIVER')
                  or outcome = 'DONE' and reason = 'BROKEN' and action = 'UNLOAD')
            """)
    List<String> failedAt(UUID ruleId, Instant since);

    /** The services that were not made smaller, or unloaded, though it was tried since then. */
    @SQL("""
            select distinct service_id from scaling_decision
            where rule_id = :ruleId and outcome = 'FAILED' and ended_at > :since and action in ('SHRINK', 'UNLOAD')
            """)
    List<UUID> resisting(UUID ruleId, Instant since);

    /** Forgets all but the newest so many. */
    @SQL("""
            delete from scaling_decision where rule_id = :ruleId and outcome <> 'STARTED' and id <= (
                select id from scaling_decision where rule_id = :ruleId order by id desc limit 1 offset :kept)
            """)
    int forget(UUID ruleId, int kept);
}
