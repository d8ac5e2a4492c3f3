package org.computility.operations;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Runs that open pages show, for callers that know who may see which. */
@Stateless
public class WatchedRuns {

    @Inject
    private Runs runs;

    /** The runs as they are now; unknown runs are missing. */
    public List<RunView> of(Collection<Long> ids) {
        return runs.among(ids.toArray(Long[]::new)).stream().map(Run::view).toList();
    }

    /** The newest run of each organisation; an organisation without runs is missing. */
    public List<NewestRun> newest() {
        return runs.newest();
    }
}
