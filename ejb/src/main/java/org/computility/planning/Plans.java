package org.computility.planning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code task_plan}. */
interface Plans {

    /** What lists of plans may be sorted by. */
    Map<String, String> SORTABLE = Map.of(
            "ID", Plan_.ID,
            "TaskID", Plan_.ID,
            "Name", Plan_.NAME,
            "CreatedDate", Plan_.CREATED_AT,
            "LastModifiedDate", Plan_.MODIFIED_AT);

    StatelessSession session();

    @Find
    Optional<Plan> find(Long id);

    /** The plan, if the organisation has it (null: whoever has it), its row locked: always before those of its instances. */
    default Optional<Plan> lock(long id, UUID organisationId) {
        return Optional.ofNullable(session().get(Plan.class, id, LockMode.PESSIMISTIC_WRITE))
                .filter(plan -> plan.belongsTo(organisationId));
    }

    /** Its instances have been added to, changed or deleted. */
    @HQL("update Plan set modifiedAt = :now where id = :id")
    void touch(Long id, Instant now);
}
