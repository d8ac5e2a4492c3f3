package org.computility.federation.upper;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code upper_platform}. */
interface UpperPlatforms {

    StatelessSession session();

    @HQL("where inUse")
    Optional<UpperPlatform> current();

    @HQL("where url = :url and username = :username")
    Optional<UpperPlatform> at(String url, String username);

    /** Who sets one next waits until the transaction ends. */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('upper_platform')) as text)")
    String lock();

    @SQL("update upper_platform set in_use = false, version = version + 1 where in_use")
    int leave();
}
