package org.computility.planning.runs;

import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code instance_run}. */
interface InstanceRuns {

    StatelessSession session();

    @HQL("where planId = :planId order by id")
    SelectionQuery<InstanceRun> of(long planId);

    @HQL("select count(*) from InstanceRun where planId = :planId")
    long total(long planId);
}
