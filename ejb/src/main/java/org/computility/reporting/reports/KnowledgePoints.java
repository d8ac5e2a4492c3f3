package org.computility.reporting.reports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Points of knowledge for other deeds than reports. */
@Stateless
public class KnowledgePoints {

    @Inject
    ReportStates states;

    /** The next point. Whoever takes one after this waits until the transaction ends. */
    public long next() {
        return states.takePoint(ReportStates.KNOWLEDGE);
    }
}
