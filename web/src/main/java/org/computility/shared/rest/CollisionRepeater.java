package org.computility.shared.rest;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.shared.database.Collision;

/**
 * Calls a method again when its transaction collided with another one: the database, or a version, chose it as the victim and rolled it
 * back. Here, outside of the transaction, because a call is one. A call with files is not repeated: they are read once.
 */
@Interceptor
@Audited
@Priority(Interceptor.Priority.APPLICATION)
public class CollisionRepeater {

    private static final int TRIES = 4;

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        for (int left = hasFiles(call) ? 0 : TRIES - 1; ; left--) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                if (left <= 0 || !Collision.isOne(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean hasFiles(InvocationContext call) {
        Consumes consumes = call.getMethod().getAnnotation(Consumes.class);
        return consumes != null && List.of(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }
}
