package org.computility.compute;

import javax.sql.DataSource;
import org.computility.connector.AcceleratorAddress;
import org.computility.shared.NotFound;

/** Opens the sealed credential of a node when it is to be called. */
final class NodeAddresses {

    private final NodeTable nodes;

    NodeAddresses(DataSource database) {
        this.nodes = new NodeTable(database);
    }

    AcceleratorAddress of(String computeCode) {
        NodeAddress address = nodes.address(computeCode)
                .orElseThrow(() -> new NotFound(
                        "compute-unknown", "ComputilityCode", "No compute is registered as " + computeCode + "."));
        return new AcceleratorAddress(address.code(), address.host(), address.port(), address.username(), "");
    }
}
