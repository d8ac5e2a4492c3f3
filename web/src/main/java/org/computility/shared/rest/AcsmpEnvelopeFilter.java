package org.computility.shared.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Wraps what a resource of T/BAX 0006.5 returns; leaves files, streams and refusals alone. */
@Provider
@Priority(Priorities.USER)
public class AcsmpEnvelopeFilter implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        RequestId.answerBegins(call);
        if (Family.of(call.getUriInfo()) != Family.ACSMP || answer.getStatus() / 100 != 2 || !isData(answer)) {
            return;
        }
        if (answer.getStatus() == NO_CONTENT) {
            answer.setStatus(OK);
        }
        answer.setEntity(
                AcsmpEnvelope.success(RequestId.of(call), answer.getEntity()),
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean isData(ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        return !(answer.getEntity() instanceof AcsmpEnvelope)
                && (!answer.hasEntity() || type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    }
}
