package org.computility.centers.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code resource_spec}. */
interface Specs {

    StatelessSession session();

    @Find
    Optional<Spec> find(String id);

    @SQL("select * from resource_spec where id = any(:ids)")
    List<Spec> named(String[] ids);

    @HQL("order by id")
    List<Spec> all();

    /** Locked until the transaction ends. */
    @SQL("select * from resource_spec where id = :id for no key update")
    Optional<Spec> lock(String id);

    default Page<Spec> page(PageRequest page) {
        return new Search<>(session(), Spec.class).page(page, Map.of(), Order.asc(Spec_.id));
    }
}
