package org.computility.reporting.places;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code monitoring_place}. */
interface Places {

    StatelessSession session();

    /** Of all kinds, each kind by its codes. */
    @HQL("order by kind, length(code), code")
    List<Place> all();

    @HQL("select count(*) from Place where code = :code and kind = :kind")
    long count(String code, PlaceKind kind);
}
