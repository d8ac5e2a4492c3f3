package org.computility.compute;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Writes who was heard and who fell silent, and tells the other rooms. */
@Stateless
public class Liveness {

    private static final Logger LOG = Logger.getLogger(Liveness.class.getName());

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Event<NodeOnline> cameOnline;

    @Inject
    private Event<NodeOffline> wentOffline;

    /**
     * Writes last messages in one statement.
     *
     * @return the codes among them that are no longer registered
     */
    public Set<String> record(Map<String, Instant> heard, Instant now) {
        List<NodeTable.Heard> written = new NodeTable(database).heard(heard, now);
        Set<String> unknown = new HashSet<>(heard.keySet());
        for (NodeTable.Heard node : written) {
            unknown.remove(node.code());
            if (!node.wasOnline()) {
                LOG.log(Level.INFO, "Compute {0} is heard again.", node.code());
                cameOnline.fire(new NodeOnline(node.code()));
            }
        }
        return unknown;
    }

    /** Marks the nodes offline that were last heard before that instant. */
    public void markSilent(Instant before, Instant now) {
        for (String code : new NodeTable(database).silence(before, now)) {
            LOG.log(Level.WARNING, "Compute {0} has been silent too long and is offline.", code);
            wentOffline.fire(new NodeOffline(code));
        }
    }
}
