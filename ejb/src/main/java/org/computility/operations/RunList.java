package org.computility.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Search;
import org.hibernate.query.Order;

/** Lists runs newest first. Each page is read along an index, so it costs the same in a table of a million. */
@Dependent
class RunList {

    /** How far lists count and page. */
    static final int COUNTED = 10_000;

    private final Runs runs;

    @Inject
    RunList(Runs runs) {
        this.runs = runs;
    }

    /**
     * One page.
     *
     * @param organisationId null: of all organisations
     */
    RunPage page(RunSearch search, UUID organisationId, int page, int pageSize) {
        Search<Run> found = runs.search(search, organisationId);
        List<Run> items = found.list((page - 1) * pageSize, pageSize, Order.desc(Run_.createdAt), Order.desc(Run_.id));
        return new RunPage(items.stream().map(Run::view).toList(), page, pageSize, found.countUpTo(COUNTED, Run_.id));
    }

    /** The names of all jobs that ever ran. */
    List<String> jobNames() {
        return runs.jobNames();
    }
}
