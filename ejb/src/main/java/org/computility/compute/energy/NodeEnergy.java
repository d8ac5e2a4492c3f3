package org.computility.compute.energy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.compute.Accelerators;

/** Asks nodes for the energy of their machines. No transaction is open while a node is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeEnergy {

    @Inject
    private Accelerators accelerators;

    /**
     * What that node tells now, machine by machine. Callers have checked who may know.
     *
     * @throws org.computility.shared.BusinessFailure as {@link Accelerators#call}
     */
    public List<MachineEnergy> of(String computeCode) {
        return accelerators.call(computeCode, connection -> ToldEnergy.in(connection.inspect()));
    }
}
