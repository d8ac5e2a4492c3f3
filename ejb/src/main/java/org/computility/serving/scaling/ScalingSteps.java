package org.computility.serving.scaling;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.UUID;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.Capabilities;
import org.computility.algorithms.delivery.Deliveries;
import org.computility.compute.ComputeNodes;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.replicas.Resizing;
import org.computility.serving.scaling.choice.Step;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;

/** Does steps at their nodes. A step that was done already, or half, is done again without harm. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScalingSteps {

    @EJB
    Resizing resizing;

    @EJB
    Deliveries deliveries;

    @EJB
    ServiceKeeping services;

    @EJB
    ComputeNodes nodes;

    @EJB
    Capabilities capabilities;

    @EJB
    AlgorithmPackages packages;

    /** Null where it is done, else why it is not. */
    public String run(DueRule rule, Step step) {
        try {
            switch (step.action()) {
                case GROW, SHRINK -> resize(step);
                case LOAD -> resizing.load(step.serviceId());
                case UNLOAD -> resizing.unload(step.serviceId());
                case DELIVER ->
                    deliveries.send(
                            nodes.get(step.computeCode()),
                            packages.get(capabilities.get(rule.algoDefCode()).packageId()));
            }
            return null;
        } catch (BusinessFailure e) {
            return e.getMessage();
        }
    }

    private void resize(Step step) {
        UUID id = step.serviceId();
        int now = services.find(id).map(found -> found.service().replicas()).orElse(step.before());
        if (now != step.before() && now != step.after()) {
            throw new Conflict(
                    "changed-meanwhile", "Somebody has given the service " + now + " replicas since; that stands.");
        }
        resizing.resize(id, step.after());
    }
}
