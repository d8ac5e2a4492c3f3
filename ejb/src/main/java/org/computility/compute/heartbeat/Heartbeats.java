package org.computility.compute.heartbeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.compute.Liveness.Sign;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;

/**
 * Which nodes were heard since the last write, and which codes this server knows to be registered. Memory only: a
 * server that dies loses the times that were not yet due.
 */
@ApplicationScoped
public class Heartbeats {

    private final Map<String, Sign> heard = new ConcurrentHashMap<>();

    /** When the last sign of each registered node was written; long ago where none was. */
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    /** A message of any kind came from a registered node. */
    public void beat(String code, Sign sign) {
        heard.merge(code, sign, Sign::andThen);
    }

    /** When the node was heard last, as far as that is not written yet. */
    public Optional<Instant> lastHeard(String code) {
        return Optional.ofNullable(heard.get(code)).map(Sign::at);
    }

    public boolean knows(String code) {
        return known.containsKey(code);
    }

    public void learn(String code) {
        known.putIfAbsent(code, Instant.EPOCH);
    }

    /** Its next sign brings it back, and is written at once. */
    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) NodeOffline event) {
        hurry(List.of(event.code()));
    }

    /** The signs of these are written at once, those that came already as well as the next ones. */
    void hurry(Collection<String> codes) {
        codes.forEach(code -> known.replace(code, Instant.EPOCH));
    }

    /** Whether some node was heard and that is not written yet. */
    boolean isAnyHeard() {
        return !heard.isEmpty();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) NodeUnregistered event) {
        forget(event.code());
    }

    public void forget(String code) {
        known.remove(code);
        heard.remove(code);
    }

    /**
     * Takes the beats of nodes that were not written just now. Other beats, and beats that come meanwhile, are kept for
     * the next time.
     *
     * @param between how long a written time may stand although its node is heard again
     */
    public Map<String, Sign> takeDue(Instant now, Duration between) {
        Map<String, Sign> taken = new HashMap<>();
        for (Map.Entry<String, Sign> entry : heard.entrySet()) {
            if (isDue(entry.getKey(), now, between) && heard.remove(entry.getKey(), entry.getValue())) {
                taken.put(entry.getKey(), entry.getValue());
            }
        }
        return taken;
    }

    private boolean isDue(String code, Instant now, Duration between) {
        Instant written = known.getOrDefault(code, Instant.EPOCH);
        // A clock that was put back must not keep anybody waiting.
        return written.isAfter(now) || !now.isBefore(written.plus(between));
    }

    /** The taken beats are written. */
    public void written(Set<String> codes, Instant at) {
        codes.forEach(code -> known.replace(code, at));
    }

    /** Gives back beats that could not be written; beats that came meanwhile follow them. */
    public void giveBack(Map<String, Sign> taken) {
        taken.forEach((code, sign) -> heard.merge(code, sign, (newer, older) -> older.andThen(newer)));
    }
}
