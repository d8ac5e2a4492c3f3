package org.computility.architecture.sinners.identity.rest;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

@Path("query")
class QueryingResource {

    EntityManager entities;
}
