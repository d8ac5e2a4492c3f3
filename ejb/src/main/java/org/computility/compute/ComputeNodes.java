package org.computility.compute;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.shared.NotFound;

/** The registered nodes, for the rooms above. */
@Stateless
public class ComputeNodes {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    /** The node with that code, whoever owns it, or 404 {@code compute-unknown}. */
    public NodeView get(String code) {
        return find(code).orElseThrow(() -> unknown("ComputilityCode", code));
    }

    /** The node with that code if the caller's organisation owns it, or 404 as if there were none. */
    public NodeView get(String code, Caller caller) {
        return find(code)
                .filter(node -> caller.sees(node.organisationId()))
                .orElseThrow(() -> unknown("ComputilityCode", code));
    }

    public Optional<NodeView> find(String code) {
        return new NodeTable(database).find(code);
    }

    /** All nodes that are online now, ordered by code. */
    public List<NodeView> online() {
        return new NodeTable(database).online();
    }

    static NotFound unknown(String member, String code) {
        return new NotFound("compute-unknown", member, "No compute is registered as " + code + ".");
    }
}
