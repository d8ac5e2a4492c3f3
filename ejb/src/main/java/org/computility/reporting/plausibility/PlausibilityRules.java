package org.computility.reporting.plausibility;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code plausibility_rule}. */
interface PlausibilityRules {

    StatelessSession session();

    @HQL("order by code")
    List<PlausibilityRule> all();

    @Find
    Optional<PlausibilityRule> find(String code);
}
