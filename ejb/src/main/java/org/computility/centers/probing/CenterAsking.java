package org.computility.centers.probing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.centers.registration.CenterRegistration;
import org.computility.centers.registration.CenterView;

/** Has a center asked because a person wants to know. No transaction is open meanwhile. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CenterAsking {

    @EJB
    CenterRegistration centers;

    @Inject
    CenterProbes probes;

    /** Asks a center that the caller keeps, and answers what came of it, at the latest when the center is late. */
    public CenterView ask(String centerId) {
        centers.requireOperated(centerId);
        probes.probe(centerId);
        return centers.get(centerId);
    }
}
