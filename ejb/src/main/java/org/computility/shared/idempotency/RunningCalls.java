package org.computility.shared.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls with keys that this server is doing just now. */
@ApplicationScoped
public class RunningCalls {

    private final Set<String> scopes = ConcurrentHashMap.newKeySet();

    void begin(String scope) {
        scopes.add(scope);
    }

    void end(String scope) {
        scopes.remove(scope);
    }

    String[] all() {
        return scopes.toArray(new String[0]);
    }
}
