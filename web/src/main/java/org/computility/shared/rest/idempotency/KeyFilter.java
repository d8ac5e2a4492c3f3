package org.computility.shared.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Pattern;
import org.computility.shared.Rejected;

/** Reads the key: once it is known who calls, and before anybody reads the body. */
@Priority(Priorities.AUTHENTICATION + 500)
final class KeyFilter implements ContainerRequestFilter {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    @Override
    public void filter(ContainerRequestContext call) {
        String key = call.getHeaderString(IdempotencyFeature.HEADER);
        if (key == null) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw new Rejected(
                    "idempotency-key-invalid",
                    IdempotencyFeature.HEADER,
                    IdempotencyFeature.HEADER + " has 1 to 255 visible ASCII characters.");
        }
        KeyedCall.begin(call, call.getSecurityContext().getUserPrincipal().getName(), key);
    }
}
