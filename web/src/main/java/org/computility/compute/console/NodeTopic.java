package org.computility.compute.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.monitoring.NodeMark;
import org.computility.compute.monitoring.NodePictures;
import org.computility.shared.console.live.LiveLook;
import org.computility.shared.console.live.LiveRow;
import org.computility.shared.console.live.LiveTopic;

/** Nodes, live. */
@ApplicationScoped
public class NodeTopic implements LiveTopic {

    @EJB
    private NodePictures pictures;

    @Inject
    private ShownNodes shown;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public LiveLook look(Set<String> keys) {
        Map<String, LiveRow> rows =
                shown.of(pictures.of(keys)).stream().collect(Collectors.toMap(NodeCells::key, cells -> cells));
        Map<UUID, Long> marks = new HashMap<>();
        for (NodeMark mark : pictures.marks()) {
            marks.put(mark.organisationId(), mark.mark());
        }
        return new LiveLook(rows, marks);
    }

    @Override
    public void renew(Set<String> keys) {
        pictures.renew(keys);
    }
}
