package org.computility.serving.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.serving.replicas.ReplicasView;
import org.computility.serving.replicas.ServiceReplicas;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** How many replicas an algorithm service has (T/BAX 0006.5 clause 6.3 e, by hand). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/serving/services/{id}/replicas")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceReplicasResource {

    @EJB
    private ServiceReplicas replicas;

    /** What is wanted. */
    public record NewReplicas(int replicas) {}

    @PUT
    @Audited("replicas {replicas} of service {id}")
    @Shape("NewReplicas")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReplicasView set(@PathParam("id") String id, NewReplicas wanted) {
        return replicas.set(Parameters.uuid("id", id), wanted.replicas());
    }
}
