package org.computility.planning.runs;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.Page;

/** The rows of {@code instance_run}. */
interface InstanceRuns {

    StatelessSession session();

    @HQL("where planId = :planId order by id")
    List<InstanceRun> page(long planId, Page page);

    @HQL("select count(*) from InstanceRun where planId = :planId")
    long total(long planId);
}
