package org.computility.architecture.sinners.identity.rest;

import jakarta.ws.rs.Path;

@Path("control")
class Controller {}
