package org.computility.compute.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.compute.Liveness;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeAddresses;
import org.computility.compute.events.Suspects.Probe;
import org.computility.compute.heartbeat.Heartbeats;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.Door;
import org.computility.shared.BusinessFailure;

/** Knocks at suspects and does what follows. */
record Probing(
        Suspects suspects,
        Accelerators accelerators,
        NodeAddresses addresses,
        Liveness liveness,
        Heartbeats heartbeats,
        Keepalives keepalives,
        Clock clock) {

    private static final Logger LOG = Logger.getLogger(Probing.class.getName());

    /** What a program answers that is not the node. The node itself comes back by its registration or its keepalive. */
    private static final Set<String> STRANGERS = Set.of("node-credential-refused", "node-answer-garbled");

    /** Has those probed whose turn it is; one query tells where all of them are. */
    void begin(Executor threads) {
        List<Probe> due = suspects.due();
        Map<String, NodeAddress> where = due.isEmpty() ? Map.of() : where(due);
        for (Probe probe : due) {
            try {
                threads.execute(() -> probe(probe, where.get(probe.code())));
            } catch (RejectedExecutionException e) {
                LOG.log(Level.WARNING, e, () -> "Compute " + probe.code() + " found no thread to be probed by.");
                suspects.probed(probe, Door.SILENT);
                suspects.ended(probe);
            }
        }
    }

    private Map<String, NodeAddress> where(List<Probe> due) {
        try {
            return addresses.of(due.stream().map(Probe::code).toList()).stream()
                    .collect(Collectors.toMap(NodeAddress::code, Function.identity()));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "It is not known where " + due.size() + " suspects are; again in a moment.");
            return Map.of();
        }
    }

    private void probe(Probe probe, NodeAddress node) {
        try {
            Door door = node == null ? Door.SILENT : knock(node);
            if (door == Door.SHUT && !probe.dead()) {
                liveness.doubt(probe.code(), clock.instant());
            }
            switch (suspects.probed(probe, door)) {
                case DEAD -> bury(probe);
                case BACK -> welcome(probe);
                case WAIT -> {}
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What the network told of compute " + probe.code() + " is not written.");
        } finally {
            suspects.ended(probe);
        }
    }

    private Door knock(NodeAddress node) {
        try {
            return accelerators.knock(node);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Compute " + node.code() + " could not be probed; again in a moment.");
            return Door.SILENT;
        }
    }

    /** Whoever keeps alive although it listens nowhere is not dead. */
    private void bury(Probe probe) {
        boolean heard = heartbeats
                .lastHeard(probe.code())
                .filter(at -> at.isAfter(probe.lost()))
                .isPresent();
        if (!heard && liveness.markDead(probe.code(), probe.lost(), clock.instant())) {
            suspects.bury(probe);
        } else {
            suspects.clear(probe.code());
        }
    }

    /**
     * Something listens there; a node answers, to its own credential. Then its stream is opened, and its tasks compared. The
     * credential goes to nobody again who did not know it, and to nobody at an address that another online node has.
     */
    private void welcome(Probe probe) {
        if (addresses.isTaken(probe.code())) {
            suspects.putOff(probe);
            return;
        }
        try {
            accelerators.call(probe.code(), AcceleratorConnection::tasks);
            keepalives.heardFrom(probe.code());
        } catch (BusinessFailure e) {
            LOG.log(Level.FINE, "Not back yet: {0}", e.getMessage());
            if (STRANGERS.contains(e.code())) {
                suspects.leave(probe);
            } else {
                suspects.putOff(probe);
            }
        }
    }
}
