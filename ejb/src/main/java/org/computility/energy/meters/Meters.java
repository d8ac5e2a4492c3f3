package org.computility.energy.meters;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code energy_meter}. */
interface Meters {

    StatelessSession session();

    @Find
    Optional<Meter> find(String code);

    /** Locked until the transaction ends. */
    @SQL("select * from energy_meter where code = :code for no key update")
    Optional<Meter> lock(String code);

    @HQL("where centerId = :centerId order by code")
    List<Meter> ofCenter(int centerId);

    @HQL("select count(*) from Meter where centerId = :centerId")
    long countOf(int centerId);
}
