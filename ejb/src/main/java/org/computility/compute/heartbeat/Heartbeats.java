package org.computility.compute.heartbeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.compute.Liveness.Sign;
import org.computility.compute.NodeUnregistered;

/**
 * Which nodes were heard since the last write, and which codes this server knows to be registered. Memory only: what is
 * lost with a server is one second of keepalives.
 */
@ApplicationScoped
public class Heartbeats {

    private final Map<String, Sign> heard = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** A message of any kind came from a registered node. */
    public void beat(String code, Sign sign) {
        heard.merge(code, sign, Sign::andThen);
    }

    public boolean knows(String code) {
        return known.contains(code);
    }

    public void learn(String code) {
        known.add(code);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) NodeUnregistered event) {
        forget(event.code());
    }

    public void forget(String code) {
        known.remove(code);
        heard.remove(code);
    }

    /** Takes what was heard so far; beats that come meanwhile are kept for the next time. */
    public Map<String, Sign> take() {
        Map<String, Sign> taken = new HashMap<>();
        for (Map.Entry<String, Sign> entry : heard.entrySet()) {
            if (heard.remove(entry.getKey(), entry.getValue())) {
                taken.put(entry.getKey(), entry.getValue());
            }
        }
        return taken;
    }

    /** Gives back what could not be written; what came meanwhile follows it. */
    public void giveBack(Map<String, Sign> taken) {
        taken.forEach((code, sign) -> heard.merge(code, sign, (newer, older) -> older.andThen(newer)));
    }
}
