package org.computility.benchmarks.platform;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The least that a JAX-RS resource can do: what a keepalive is measured against. Never part of the product. */
@Path("echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

    /** What comes back. */
    public record Echo(String Code) {}

    @POST
    public Echo echo(Echo sent) {
        return sent;
    }
}
