package org.computility.planning.evaluation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.planning.evaluation.AlgorithmEvaluations;
import org.computility.planning.evaluation.EvaluationView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Algorithms, compared by what they found and what was there (T/BAX 0006.5 clause 6.4). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationsResource {

    @EJB
    private AlgorithmEvaluations evaluations;

    @POST
    @Audited({"evaluation {answer.id} {name}", "evaluation {name}"})
    @Shape("NewEvaluation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(WantedEvaluation wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(evaluations.make(wanted.evaluation()))
                .build();
    }

    @GET
    public Listing<EvaluationView> list(@BeanParam PageQuery page) {
        return Listing.of(evaluations.page(page.request()));
    }

    @GET
    @Path("{id}")
    public EvaluationView get(@PathParam("id") String id) {
        return evaluations.get(Parameters.uuid("id", id));
    }

    @DELETE
    @Path("{id}")
    @Audited("evaluation {id}")
    public void remove(@PathParam("id") String id) {
        evaluations.remove(Parameters.uuid("id", id));
    }
}
