package org.computility.serving.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.serving.scaling.NewScalingRule;
import org.computility.serving.scaling.ScalingAdministration;
import org.computility.serving.scaling.ScalingBounds;
import org.computility.serving.scaling.ScalingDecisionView;
import org.computility.serving.scaling.ScalingRuleView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Rules by which services are scaled, and what they decided (T/BAX 0006.5 clause 6.3 i). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/serving/scaling-rules")
@Produces(MediaType.APPLICATION_JSON)
public class ScalingRulesResource {

    @EJB
    private ScalingAdministration rules;

    /** The body of {@link #make}. */
    public record NewRule(
            String algoDefCode,
            String organisationId,
            Integer minReplicas,
            int maxReplicas,
            Integer maxReplicasPerNode,
            Integer targetPercent,
            Integer coolDownSeconds,
            String near) {

        NewScalingRule rule() {
            return new NewScalingRule(
                    algoDefCode,
                    Parameters.uuid("organisationId", organisationId),
                    new ScalingBounds(
                            minReplicas, maxReplicas, maxReplicasPerNode, targetPercent, coolDownSeconds, near));
        }
    }

    @POST
    @Audited({"scaling rule {answer.id} of {algoDefCode}", "scaling rule of {algoDefCode}"})
    @Shape("NewScalingRule")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewRule wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(rules.make(wanted.rule()))
                .build();
    }

    @GET
    public Listing<ScalingRuleView> list(@BeanParam PageQuery page) {
        return Listing.of(rules.page(page.request()));
    }

    @GET
    @Path("{id}")
    public ScalingRuleView get(@PathParam("id") String id) {
        return rules.get(Parameters.uuid("id", id));
    }

    @PUT
    @Path("{id}")
    @Audited("scaling rule {id}")
    @Shape("ScalingBounds")
    @Consumes(MediaType.APPLICATION_JSON)
    public ScalingRuleView change(@PathParam("id") String id, ScalingBounds wanted) {
        return rules.change(Parameters.uuid("id", id), wanted);
    }

    @DELETE
    @Path("{id}")
    @Audited("scaling rule {id}")
    public void remove(@PathParam("id") String id) {
        rules.remove(Parameters.uuid("id", id));
    }

    @GET
    @Path("{id}/decisions")
    public Listing<ScalingDecisionView> decisions(@PathParam("id") String id, @BeanParam PageQuery page) {
        return Listing.of(rules.decisions(Parameters.uuid("id", id), page.request()));
    }
}
