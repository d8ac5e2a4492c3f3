package org.computility.energy.carbon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code carbon_factor}. */
interface CarbonFactors {

    StatelessSession session();

    @HQL("where centerId = :centerId order by validFrom")
    List<CarbonFactor> of(int centerId);

    /** Locked until the transaction ends. */
    @SQL("select * from carbon_factor where center_id = :centerId and valid_from = :validFrom for no key update")
    Optional<CarbonFactor> lock(int centerId, Instant validFrom);
}
