package org.computility.compute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.connector.RuntimeAddress;
import org.computility.shared.keys.Sealing;

/** Where the nodes listen; opens the sealed credential of a node before it is called. */
@ApplicationScoped
public class NodeAddresses {

    private Nodes nodes;
    private Sealing sealing;

    protected NodeAddresses() {}

    @Inject
    NodeAddresses(Nodes nodes, Sealing sealing) {
        this.nodes = nodes;
        this.sealing = sealing;
    }

    /** The address of a registered node, or 404 {@code compute-unknown}. */
    public RuntimeAddress of(String computeCode) {
        return nodes.find(computeCode)
                .map(node -> open(node.address()))
                .orElseThrow(() -> ComputeNodes.unknown(computeCode));
    }

    /** Where these nodes listen, with one query; unregistered nodes are missing. */
    public List<NodeAddress> of(Collection<String> computeCodes) {
        return nodes.named(List.copyOf(computeCodes)).stream()
                .map(ComputeNode::address)
                .toList();
    }

    /**
     * That code and all that are registered at the same address. An address can pass to another node before its former
     * one is known to be gone.
     */
    public Set<String> neighboursOf(String computeCode) {
        Set<String> codes = new HashSet<>(nodes.atAddressOf(computeCode));
        codes.add(computeCode);
        return codes;
    }

    /** Whether another node is registered at that node's address and is online. */
    public boolean isTaken(String computeCode) {
        Set<String> others = neighboursOf(computeCode);
        others.remove(computeCode);
        return !others.isEmpty()
                && nodes.named(List.copyOf(others)).stream()
                        .anyMatch(node -> node.view().online());
    }

    /** The codes of all nodes that are online. */
    public Set<String> online() {
        return Set.copyOf(nodes.onlineCodes());
    }

    /** The online nodes that registered or came back since that instant. */
    public List<NodeAddress> changedSince(Instant instant) {
        return nodes.changedSince(instant).stream().map(ComputeNode::address).toList();
    }

    /** Where those of the nodes listen that were heard after their moment. */
    public List<NodeAddress> heardSince(Map<String, Instant> moments) {
        return of(nodes.heardSince(moments));
    }

    /** The same address with its credential in the clear. */
    public RuntimeAddress open(NodeAddress address) {
        String password = new String(sealing.open(address.sealedPassword()), StandardCharsets.UTF_8);
        return new RuntimeAddress(address.code(), address.host(), address.port(), address.username(), password);
    }
}
