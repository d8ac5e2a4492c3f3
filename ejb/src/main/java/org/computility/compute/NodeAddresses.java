package org.computility.compute;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.computility.connector.AcceleratorAddress;
import org.computility.shared.Sealing;

/** Opens the sealed credential of a node when it is to be called. */
final class NodeAddresses {

    private final NodeTable nodes;
    private final Sealing sealing;

    NodeAddresses(DataSource database, Sealing sealing) {
        this.nodes = new NodeTable(database);
        this.sealing = sealing;
    }

    /** The address of a registered node, or 404 {@code compute-unknown}. */
    AcceleratorAddress of(String computeCode) {
        return nodes.address(computeCode)
                .map(this::open)
                .orElseThrow(() -> ComputeNodes.unknown("ComputilityCode", computeCode));
    }

    AcceleratorAddress open(NodeAddress address) {
        String password = new String(sealing.open(address.sealedPassword()), StandardCharsets.UTF_8);
        return new AcceleratorAddress(address.code(), address.host(), address.port(), address.username(), password);
    }
}
