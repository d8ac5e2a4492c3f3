package org.computility.algorithms;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.computility.shared.NotFound;

/** What the imported packages can do. */
@Stateless
public class Capabilities {

    @PersistenceContext(unitName = "computility")
    private EntityManager entities;

    /** The capability with that code, or 404 {@code capability-unknown}. */
    public CapabilityView get(String algoDefCode) {
        Capability capability = entities.find(Capability.class, algoDefCode);
        if (capability == null) {
            throw new NotFound("capability-unknown", "AlgoDefCode", "There is no capability " + algoDefCode + ".");
        }
        return capability.view();
    }
}
