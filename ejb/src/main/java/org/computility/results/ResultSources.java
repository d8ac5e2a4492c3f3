package org.computility.results;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

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
}
