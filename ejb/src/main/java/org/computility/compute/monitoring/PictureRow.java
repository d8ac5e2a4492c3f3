package org.computility.compute.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.computility.compute.NodeView;

/** A row of {@code compute_node} with the one of {@code compute_figures} beside it. */
record PictureRow(
        String code,
        String type,
        String host,
        Integer port,
        Boolean online,
        Boolean servesAlgorithms,
        UUID organisationId,
        Instant registeredAt,
        Instant lastSeenAt,
        String figures,
        Instant toldAt) {

    NodePicture picture() {
        NodeView node = new NodeView(
                code, type, host, port, online, servesAlgorithms, organisationId, registeredAt, lastSeenAt);
        return new NodePicture(node, ToldMachines.in(figures), toldAt);
    }
}
