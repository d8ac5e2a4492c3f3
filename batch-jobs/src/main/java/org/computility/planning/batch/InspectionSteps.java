package org.computility.planning.batch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.computility.planning.inspection.Inspections;

/**
 * Opens the steps of one plan's inspection to its job. A session bean because Payara Server refuses an EJB jar that holds
 * none, and only in an EJB jar are batch artifacts injected on every server.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InspectionSteps {

    @EJB
    private Inspections inspections;

    /** The steps of that plan on behalf of that run. */
    public Steps of(long planId, long runId) {
        return new RoomSteps(inspections, planId, runId);
    }
}
