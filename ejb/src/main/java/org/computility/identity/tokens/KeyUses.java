package org.computility.identity.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** When application keys were shown to this server since that was last written down: a call costs no statement. */
@ApplicationScoped
public class KeyUses {

    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

    public void note(UUID key, Instant now) {
        uses.put(key, now);
    }

    /** What was noted; it is forgotten here. */
    public Map<UUID, Instant> take() {
        Map<UUID, Instant> taken = new HashMap<>(uses);
        taken.forEach(uses::remove);
        return taken;
    }

    /** What could not be written down; later uses stay. */
    public void giveBack(Map<UUID, Instant> taken) {
        taken.forEach(uses::putIfAbsent);
    }
}
