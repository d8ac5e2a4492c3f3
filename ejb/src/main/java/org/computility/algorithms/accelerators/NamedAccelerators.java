package org.computility.algorithms.accelerators;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** What the rows of {@code algorithm_package} name as accelerators. */
interface NamedAccelerators {

    StatelessSession session();

    /**
     * Those beside the listed ones, in the order of their identifiers, at most a thousand.
     *
     * @param organisationId whose packages; null: every organisation's
     */
    @SQL("""
            select named.identifier, count(distinct p.id) as packages
            from algorithm_package p, unnest(p.accelerators) as named (identifier)
            where named.identifier <> all(:listed)
                and (cast(:organisationId as uuid) is null or p.organisation_id = cast(:organisationId as uuid))
            group by named.identifier order by named.identifier limit 1000
            """)
    List<NamedAccelerator> beside(String[] listed, UUID organisationId);
}
