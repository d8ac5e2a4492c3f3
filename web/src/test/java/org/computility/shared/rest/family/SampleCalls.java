package org.computility.shared.rest.family;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.PaymentDue;
import org.computility.shared.Rejected;
import org.computility.shared.Throttled;
import org.computility.shared.Unauthenticated;
import org.computility.shared.Unavailable;
import org.computility.shared.rest.Open;

/** What a resource of any family may do, at a path of that family. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class SampleCalls {

    private final Family family;

    SampleCalls(Family family) {
        this.family = family;
    }

    /** What goes in and out. */
    public record Sample(String name, int size) {}

    @GET
    @Path("sample")
    public Sample get() {
        return new Sample("first", 1);
    }

    @POST
    @Path("sample")
    public Response create(Sample sample) {
        return Response.status(201).entity(sample).build();
    }

    @DELETE
    @Path("sample")
    public void delete() {}

    @Open
    @GET
    @Path("open")
    public Sample open() {
        return new Sample("open", 0);
    }

    @GET
    @Path("file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] file() {
        return new byte[] {1, 2, 3};
    }

    /** The time that the text means, as the family writes it. */
    @GET
    @Path("time")
    public Sample time(@QueryParam("since") String since) {
        return new Sample(family.written(family.time("since", since)), 0);
    }

    @GET
    @Path("page/{page}")
    public Sample page(@PathParam("page") int page) {
        return new Sample("page", new PageRequest(page, 10, List.of()).size());
    }

    @GET
    @Path("unbindable")
    public Object unbindable() {
        return new Unbindable();
    }

    @GET
    @Path("refused/{status}")
    public Sample refuse(@PathParam("status") int status) {
        throw switch (status) {
            case 400 -> new Rejected("member-missing", "name", "name is missing.");
            case 401 -> new Unauthenticated("token-expired", "The token has expired; log in again.");
            case 402 -> new PaymentDue("payment-due", "Pay order 7 first.");
            case 403 -> new Denied("role-missing", "This needs one of the roles [OPERATOR].");
            case 404 -> new NotFound("job-unknown", "There is no job 7.");
            case 409 -> new Conflict("job-name-taken", "A job is called so.");
            case 429 -> new Throttled("login-throttled", "Later.", Duration.ofSeconds(7));
            case 503 -> new Unavailable("download-failed", "The server does not answer.");
            default -> new IllegalStateException("password of the database");
        };
    }

    /** Has a member that cannot be written. */
    public static final class Unbindable {
        public String getName() {
            throw new IllegalStateException("on purpose");
        }
    }
}
