package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.projects.ProjectRegistry;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Projects (TC609 A.2 to A.4). */
@Signed
@RequestScoped
@InFamily(Family.MONITORING)
@Path("/api/project")
@Produces(MediaType.APPLICATION_JSON)
public class MonitoringProjectsResource {

    @EJB
    private ProjectRegistry projects;

    /** Answers the id as a text. */
    @POST
    @Audited({"monitoring project {answer}", "monitoring project {projectName}"})
    @Shape("MonitoringProjectRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public String create(JsonObject request) {
        return Integer.toString(projects.create(ProjectRequests.newProject(request)));
    }

    @PUT
    @Audited("monitoring project {id|projectName}")
    @Shape("MonitoringProjectChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(JsonObject request) {
        projects.change(ProjectRequests.change(request));
    }

    @GET
    public ProjectList query(@QueryParam("projectName") String name, @QueryParam("id") String id) {
        return ProjectList.of(projects.query(Parameters.number(id), Parameters.text(name)));
    }
}
