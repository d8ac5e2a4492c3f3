package org.computility.shared.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.security.Principal;
import java.util.regex.Pattern;
import org.computility.shared.Rejected;
import org.computility.shared.rest.ComputePrincipal;

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
        if (call.getHeaders().get(IdempotencyFeature.HEADER).stream().distinct().count() > 1) {
            throw new Rejected(
                    "idempotency-key-invalid",
                    IdempotencyFeature.HEADER,
                    IdempotencyFeature.HEADER + " comes with two values: one call has one key.");
        }
        if (!KEY.matcher(key).matches()) {
            throw new Rejected(
                    "idempotency-key-invalid",
                    IdempotencyFeature.HEADER,
                    IdempotencyFeature.HEADER + " has 1 to 255 visible ASCII characters.");
        }
        KeyedCall.begin(call, caller(call), key);
    }

    /** Nodes of one account are told apart: each makes its own keys. */
    private static String caller(ContainerRequestContext call) {
        Principal caller = call.getSecurityContext().getUserPrincipal();
        return caller instanceof ComputePrincipal known && known.computeCode() != null
                ? known.getName() + "\n" + known.computeCode()
                : caller.getName();
    }
}
