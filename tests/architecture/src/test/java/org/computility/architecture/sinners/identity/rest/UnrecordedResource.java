package org.computility.architecture.sinners.identity.rest;

import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

@Path("unrecorded")
class UnrecordedResource {

    @PATCH
    void change() {}
}
