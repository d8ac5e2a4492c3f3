package org.computility.compute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A registered compute node. Nothing changes it here: a registration and the signs of life of all nodes are each one
 * statement ({@link Nodes}) that reads no row first.
 */
@Entity
@Table(name = "compute_node")
class ComputeNode {

    @Id
    private String code;

    private String type;
    private String host;
    private int port;
    private String username;
    private byte[] sealedPassword;
    private boolean servesAlgorithms;
    private UUID organisationId;
    private boolean online;
    private Instant registeredAt;
    private Instant lastSeenAt;
    private Instant changedAt;

    protected ComputeNode() {}

    NodeView view() {
        return new NodeView(code, type, host, port, online, servesAlgorithms, organisationId, registeredAt, lastSeenAt);
    }

    NodeAddress address() {
        return new NodeAddress(code, host, port, username, sealedPassword, changedAt);
    }
}
