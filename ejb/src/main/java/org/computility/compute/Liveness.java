package org.computility.compute;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;

/** Writes who was heard and who fell silent, and tells the other rooms. */
@Stateless
public class Liveness {

    private static final Logger LOG = Logger.getLogger(Liveness.class.getName());

    @Inject
    Nodes nodes;

    @EJB
    AuditTrail audit;

    Supplier<Instant> databaseTime = () -> nodes.databaseTime();

    @Inject
    Event<NodeOnline> cameOnline;

    @Inject
    Event<NodeOffline> wentOffline;

    /**
     * A node was heard.
     *
     * @param at when last
     * @param call the audit record to leave if this call brings the node back; null where it was no call, or where the
     *     call has its record already
     */
    public record Sign(Instant at, AuditEntry call) {

        /** Both as one: the last time, and the first call, since only the first can have brought the node back. */
        public Sign andThen(Sign later) {
            return new Sign(later.at, call);
        }
    }

    /**
     * Last messages are written.
     *
     * @param unregistered which of the codes are no longer registered
     * @param offline which stay offline: the network told their deaths after these messages
     */
    public record Recorded(Set<String> unregistered, Set<String> offline) {

        public Recorded {
            unregistered = Set.copyOf(unregistered);
            offline = Set.copyOf(offline);
        }
    }

    /** Writes last messages in one statement; calls that bring an offline node back leave their audit records with it. */
    public Recorded record(Map<String, Sign> heard, Instant now) {
        Map<String, Instant> times = new HashMap<>();
        // A clock that was put back must not make a node look alive until it has caught up.
        heard.forEach((code, sign) -> times.put(code, sign.at().isAfter(now) ? now : sign.at()));
        List<Nodes.Heard> written = nodes.heard(times, now);
        Set<String> unknown = new HashSet<>(heard.keySet());
        Set<String> offline = new HashSet<>();
        List<AuditEntry> returns = new ArrayList<>();
        for (Nodes.Heard node : written) {
            unknown.remove(node.code());
            if (!node.online()) {
                offline.add(node.code());
            } else if (!node.wasOnline()) {
                LOG.log(Level.INFO, "Compute {0} is heard again.", node.code());
                cameOnline.fire(new NodeOnline(node.code()));
                Optional.ofNullable(heard.get(node.code()).call()).ifPresent(returns::add);
            }
        }
        if (!returns.isEmpty()) {
            audit.recordWithChange(returns);
        }
        return new Recorded(unknown, offline);
    }

    /** The network tells that a node may be dead: all servers write at once when they heard it. */
    public void doubt(String code, Instant now) {
        nodes.doubt(code, now);
    }

    /** The nodes that the network has told to be dead, or in danger of it, since that instant. */
    public List<String> doubtedSince(Instant since) {
        return nodes.doubtedSince(since);
    }

    /**
     * The network told that a node is dead. {@code lost} is when its stream was lost. A sign from before the death that is
     * written later does not bring the node back.
     *
     * @return whether it is offline, by this or already; not if it was heard since
     */
    public boolean markDead(String code, Instant lost, Instant now) {
        if (nodes.die(code, lost, now).isEmpty()) {
            return nodes.find(code).filter(node -> !node.view().online()).isPresent();
        }
        LOG.log(Level.WARNING, "Compute {0} lost its stream, refuses connections and is offline.", code);
        wentOffline.fire(new NodeOffline(code));
        return true;
    }

    /**
     * Nodes that were last heard later than now, by a clock that was put back since, were heard now. The database's clock
     * decides where this server's is behind: one server with a wrong clock must not make all nodes look silent to the others.
     */
    public void endFuture(Instant now) {
        Instant there = databaseTime.get();
        nodes.endFuture(there.isAfter(now) ? there : now);
    }

    /** The online nodes that were last heard before that instant. */
    public List<String> silentSince(Instant before) {
        return nodes.silentSince(before);
    }

    /**
     * Marks one of them offline, unless it was heard meanwhile or another server did so. Each in a transaction of its own: what
     * nodes ran is locked node by node, which is another order than that of somebody who stops instances of several nodes.
     */
    public void markSilent(String code, Instant before, Instant now) {
        if (nodes.silence(code, before, now)) {
            LOG.log(Level.WARNING, "Compute {0} has been silent too long and is offline.", code);
            wentOffline.fire(new NodeOffline(code));
        }
    }
}
