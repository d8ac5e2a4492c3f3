package org.computility.compute.events;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    /** Has those probed whose turn it is. */
    void begin(Executor threads) {
        for (Probe probe : suspects.due()) {
            try {
                threads.execute(() -> probe(probe));
            } catch (RejectedExecutionException e) {
                LOG.log(Level.WARNING, e, () -> "Compute " + probe.code() + " found no thread to be probed by.");
                suspects.probed(probe, Door.SILENT);
            }
        }
    }

    private void probe(Probe probe) {
        Door door = knock(probe.code());
        try {
            switch (suspects.probed(probe, door)) {
                case DEAD -> bury(probe);
                case BACK -> welcome(probe.code());
                case WAIT -> {}
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What the network told of compute " + probe.code() + " is not written.");
        }
    }

    private Door knock(String code) {
        try {
            List<NodeAddress> node = addresses.of(List.of(code));
            return node.isEmpty() ? Door.SILENT : accelerators.knock(node.get(0));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Compute " + code + " could not be probed; again in a moment.");
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
            suspects.bury(probe.code());
        } else {
            suspects.clear(probe.code());
        }
    }

    /** Something listens there; a node answers, to its own credential. Then its stream is opened, and its tasks compared. */
    private void welcome(String code) {
        try {
            accelerators.call(code, AcceleratorConnection::tasks);
            keepalives.heardFrom(code);
        } catch (BusinessFailure e) {
            LOG.log(Level.FINE, "Not back yet: {0}", e.getMessage());
        }
    }
}
