package org.computility.planning.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.Order;

/** The rows of {@code evaluation}. */
interface Evaluations {

    StatelessSession session();

    @HQL("where id = :id and (:organisationId is null or organisationId = :organisationId)")
    Optional<Evaluation> find(UUID id, UUID organisationId);

    /**
     * The newest first.
     *
     * @param organisationId null: of all
     */
    default Page<Evaluation> page(UUID organisationId, PageRequest page) {
        return new Search<>(session(), Evaluation.class)
                .equal(Evaluation_.organisationId, organisationId)
                .page(page, Map.of(), Order.desc(Evaluation_.madeAt), Order.asc(Evaluation_.id));
    }
}
