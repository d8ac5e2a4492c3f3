package org.computility.reporting.centers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code reported_center}. */
interface ReportedCenters {

    StatelessSession session();

    @Find
    Optional<ReportedCenter> find(Integer id);

    @HQL("where organisationId = :organisationId and name = :name")
    Optional<ReportedCenter> named(UUID organisationId, String name);

    /** Of all organisations. */
    @HQL("where name = :name order by id")
    List<ReportedCenter> allNamed(String name);

    @SQL("select * from reported_center where id = any(:ids)")
    List<ReportedCenter> some(Integer[] ids);

    /** Locked until the transaction ends. */
    @SQL("select * from reported_center where id = :id for no key update")
    Optional<ReportedCenter> lock(int id);

    /** In the order of their ids; null asks for nothing. */
    default List<ReportedCenter> found(UUID scope, Integer id, String name) {
        return new Search<>(session(), ReportedCenter.class)
                .equal(ReportedCenter_.organisationId, scope)
                .equal(ReportedCenter_.id, id)
                .equal(ReportedCenter_.name, name)
                .all(Order.asc(ReportedCenter_.id));
    }
}
