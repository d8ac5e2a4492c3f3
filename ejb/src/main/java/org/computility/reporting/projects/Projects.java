package org.computility.reporting.projects;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code monitoring_project}. */
interface Projects {

    StatelessSession session();

    @HQL("where organisationId = :organisationId and name = :name")
    Optional<Project> named(UUID organisationId, String name);

    /** Locked until the transaction ends. */
    @SQL("select * from monitoring_project where id = :id for no key update")
    Optional<Project> lock(int id);

    /** All of that name, locked until the transaction ends. */
    @SQL("select * from monitoring_project where name = :name order by id for no key update")
    List<Project> lockNamed(String name);

    /** How many of these there are. */
    @SQL("select count(*) from monitoring_project where id = any(:ids)")
    long count(Integer[] ids);

    /** How many of these an organisation has. */
    @SQL("select count(*) from monitoring_project where id = any(:ids) and organisation_id = :organisationId")
    long countOf(UUID organisationId, Integer[] ids);

    /** In the order of their ids; null asks for nothing. */
    default List<Project> found(UUID scope, Integer id, String name) {
        return new Search<>(session(), Project.class)
                .equal(Project_.organisationId, scope)
                .equal(Project_.id, id)
                .equal(Project_.name, name)
                .all(Order.asc(Project_.id));
    }
}
