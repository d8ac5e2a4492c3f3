package org.computility.shared.rest.contract;

import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;

/** The JSON body of a call, found to fit its {@link Shape}, for filters that come before the method. */
public final class CheckedBody {

    private static final String PROPERTY = "org.computility.shape.body";

    private CheckedBody() {}

    /** Null for a call whose method has no shape, or that was refused before the check. */
    public static JsonValue of(ContainerRequestContext call) {
        return (JsonValue) call.getProperty(PROPERTY);
    }

    static void keep(ContainerRequestContext call, JsonValue body) {
        call.setProperty(PROPERTY, body);
    }
}
