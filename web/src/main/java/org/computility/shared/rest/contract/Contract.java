package org.computility.shared.rest.contract;

import jakarta.json.JsonObject;

/** The API description of this application; read at the first request that is held against it, not at deployment. */
final class Contract {

    static final Shapes SHAPES;
    static final QueryShapes QUERIES;
    static final OperationScopes SCOPES;

    static {
        JsonObject description = ApiDescription.read();
        SHAPES = new Shapes(description);
        QUERIES = new QueryShapes(description);
        SCOPES = new OperationScopes(description);
    }

    private Contract() {}
}
