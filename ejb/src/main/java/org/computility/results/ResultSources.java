package org.computility.results;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The instances that may deliver results. Planning adds an instance here when it makes one. The entry stays after the
 * instance is deleted: results that a node still holds in its spool are taken, and earlier results can be read.
 */
@Stateless
public class ResultSources {

    @Inject
    private Sources sources;

    /** Takes results of these from now on; known ones are no error. */
    public void add(List<ResultSource> more) {
        sources.add(more);
    }

    /** Those of these instances that are, or once were, there. Whose they are is the caller's to check. */
    public Map<UUID, ResultSource> of(Collection<UUID> instances) {
        return sources.of(instances);
    }
}
