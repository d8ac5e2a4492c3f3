package org.computility.results;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The instances that may deliver results. Planning adds them when it makes them; they stay after an instance is deleted,
 * so that what a node still holds in its spool is taken and what it found before can be read.
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
