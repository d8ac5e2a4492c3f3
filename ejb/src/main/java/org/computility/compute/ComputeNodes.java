package org.computility.compute;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** The registered nodes, for the rooms above. */
@Stateless
public class ComputeNodes {

    /** What annex G's answer may be sorted by. */
    public static final Set<String> SORTABLE = Nodes.SORTABLE.keySet();

    private static final Member COMPUTE_CODE = new Member("computeCode");

    @Inject
    private Nodes nodes;

    /** The node with that code, whoever owns it, or 404 {@code compute-unknown}. */
    public NodeView get(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** The node with that code; 404 where another organisation owns it, as if it did not exist. */
    public NodeView get(String code, Caller caller) {
        return find(code).filter(node -> caller.sees(node.organisationId())).orElseThrow(() -> unknown(code));
    }

    public Optional<NodeView> find(String code) {
        return nodes.find(code).map(ComputeNode::view);
    }

    /** Whether a node of that code is registered, whoever owns it. */
    public boolean isRegistered(String code) {
        return find(code).isPresent();
    }

    /** All nodes that are online now, ordered by code. */
    public List<NodeView> online() {
        return nodes.online().stream().map(ComputeNode::view).toList();
    }

    /** All nodes of an organisation, ordered by code. */
    public List<NodeView> ofOrganisation(UUID organisationId) {
        return nodes.ofOrganisation(organisationId).stream()
                .map(ComputeNode::view)
                .toList();
    }

    /** One page of the nodes that the caller sees; null code and type stand for any. */
    public Page<NodeView> search(String code, String type, Caller caller, PageRequest page) {
        return nodes.search(code, type, caller.scope(), page).map(ComputeNode::view);
    }

    /** What is answered for a code that nobody registered. */
    public static NotFound unknown(String code) {
        return unknown(COMPUTE_CODE, code);
    }

    /** The same where another member names the node. */
    public static NotFound unknown(Member member, String code) {
        return new NotFound("compute-unknown", member, "No compute is registered as " + code + ".");
    }
}
