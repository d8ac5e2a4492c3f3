package org.computility.serving.scaling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code scaling_rule}. */
interface ScalingRules {

    StatelessSession session();

    @HQL("where id = :id")
    Optional<ScalingRule> find(UUID id);

    /** Locked until the transaction ends. */
    @SQL("select * from scaling_rule where id = :id for no key update")
    Optional<ScalingRule> lock(UUID id);

    /** @param beyond whose turn lies further ahead has it by a clock that has been put back since */
    @SQL("select exists (select from scaling_rule where next_at <= :now or next_at > :beyond)")
    boolean isAnyDue(Instant now, Instant beyond);

    /** A rule that no server looks at now, locked; rules that another server is claiming are skipped. */
    @SQL("""
            select * from scaling_rule where next_at <= :now or next_at > :beyond
            order by next_at, id limit 1 for no key update skip locked
            """)
    Optional<ScalingRule> due(Instant now, Instant beyond);

    /** Keeps or ends the lease; false where another server has it by now, or the rule is gone. */
    @HQL("update ScalingRule set nextAt = :later where id = :id and nextAt = :until")
    boolean move(UUID id, Instant until, Instant later);

    @HQL("update ScalingRule set actedAt = :now where id = :id")
    int acted(UUID id, Instant now);

    /** Notes that a rule loads the service. */
    @SQL("update algorithm_service set scaling_rule_id = :ruleId where id = :serviceId")
    int own(UUID ruleId, UUID serviceId);

    /** Which of the services rules loaded. */
    @SQL("select id from algorithm_service where id = any(:ids) and scaling_rule_id is not null")
    List<UUID> own(UUID[] ids);

    /** @param organisationId null: of all */
    default Page<ScalingRule> page(UUID organisationId, PageRequest page) {
        return new Search<>(session(), ScalingRule.class)
                .equal(ScalingRule_.organisationId, organisationId)
                .page(page, Map.of(), Order.asc(ScalingRule_.algoDefCode), Order.asc(ScalingRule_.id));
    }
}
