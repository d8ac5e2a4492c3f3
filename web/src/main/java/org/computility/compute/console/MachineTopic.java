package org.computility.compute.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.monitoring.NodeMark;
import org.computility.compute.monitoring.NodePictures;
import org.computility.shared.console.live.LiveLook;
import org.computility.shared.console.live.LiveTopic;

/**
 * The machines of nodes. They appear when a node tells figures for the first time. Their cells are cells of the node.
 */
@ApplicationScoped
public class MachineTopic implements LiveTopic {

    @EJB
    private NodePictures pictures;

    @Override
    public String name() {
        return "machines";
    }

    @Override
    public LiveLook look(Set<String> keys) {
        Map<UUID, Long> marks = new HashMap<>();
        for (NodeMark mark : pictures.marksOfTold()) {
            marks.put(mark.organisationId(), mark.mark());
        }
        return new LiveLook(Map.of(), marks);
    }
}
