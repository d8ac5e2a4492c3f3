package org.computility.shared.rest.family;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.computility.shared.rest.RequestId;

/** Wraps what a resource returns as its family does; leaves files, streams and refusals alone. */
@Provider
@Priority(Priorities.USER)
public class EnvelopeFilter implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        RequestId.answerBegins(call);
        Family family = Family.of(call);
        if (family.isBare() || answer.getStatus() / 100 != 2 || !isData(answer)) {
            return;
        }
        if (answer.getStatus() == NO_CONTENT) {
            answer.setStatus(OK);
        }
        answer.setEntity(
                family.success(answer.getStatus(), answer.getEntity(), RequestId.of(call)),
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean isData(ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        return !(answer.getEntity() instanceof Envelope)
                && (!answer.hasEntity() || type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    }
}
