package org.computility.federation.lower;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code lower_platform} and {@code lower_center}. */
interface LowerPlatforms {

    StatelessSession session();

    @HQL("where code = :code")
    Optional<LowerPlatform> called(String code);

    @HQL("where organisationId = :organisationId")
    Optional<LowerPlatform> of(UUID organisationId);

    @HQL("order by code")
    List<LowerPlatform> all();

    @HQL("where lowerId = :lowerId and centerId = :centerId")
    Optional<LowerCenter> center(int lowerId, int centerId);

    /** The center is called so there, unless the platform was left meanwhile. */
    @SQL("""
            insert into lower_center (lower_id, center_id, lower_center_id)
            select id, :centerId, :there from lower_platform where id = :lowerId
            on conflict (lower_id, center_id) do update set lower_center_id = excluded.lower_center_id
            """)
    int keep(int lowerId, int centerId, int there);

    /** Nothing is known any more of what its centers are called there. */
    @SQL("delete from lower_center where lower_id = :lowerId")
    int forget(int lowerId);
}
