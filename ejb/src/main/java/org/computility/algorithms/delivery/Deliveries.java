package org.computility.algorithms.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.PackageView;
import org.computility.algorithms.archives.PackageLinks;
import org.computility.algorithms.replacement.AbandonedServices;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.compute.events.NodeReconciliation;
import org.computility.compute.monitoring.ComputeMonitoring;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** Packages go to nodes and leave them (T/BAX 0006.5 F.1 to F.4). No transaction is open while a node is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deliveries {

    private static final Member PACKAGE_ID = new Member("packageId");

    @Inject
    private NodeDeliveries rows;

    @Inject
    private DeliveryKeeping keeping;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ComputeNodes nodes;

    @Inject
    private ComputeMonitoring monitoring;

    @Inject
    private AlgorithmPackages packages;

    @Inject
    private DeliveredPackages delivered;

    @Inject
    private NodeReconciliation reconciliation;

    @Inject
    private HeldPackages held;

    @Inject
    private AbandonedServices abandoned;

    @Inject
    private Accelerators accelerators;

    @Inject
    private PackageLinks links;

    @Inject
    private Clock clock;

    /**
     * Has a node download a package; answers once the node has accepted. The node reports progress later. A repeated
     * call is no error.
     *
     * @throws NotFound {@code compute-unknown}, {@code package-unknown}
     * @throws Conflict {@code compute-offline}, {@code accelerator-unfit}, {@code node-refused}
     */
    public void deliver(String computeCode, String packageId) {
        Caller caller = currentCaller.require(Role.OPERATORS);
        if (packageId == null) {
            throw new Rejected("member-missing", PACKAGE_ID, "{member} is missing.");
        }
        NodeView node = online(computeCode, caller);
        send(node, packages.get(packageId, caller));
    }

    /** The same for callers that know that the package may go to the node. */
    public void send(NodeView node, PackageView wanted) {
        String computeCode = node.code();
        String packageId = wanted.id();
        AcceleratorFit.check(wanted, computeCode, () -> monitoring.acceleratorsOf(node));
        Instant asked = clock.instant();
        // Before the node is asked: its first news may come before its answer.
        boolean first = keeping.begin(computeCode, wanted, asked);
        boolean holdsOther = rows.md5(computeCode, packageId)
                .filter(md5 -> !md5.equals(wanted.md5()))
                .isPresent();
        try {
            send(node, wanted, holdsOther);
        } catch (BusinessFailure e) {
            if (first) {
                keeping.forget(computeCode, packageId);
            }
            throw e;
        }
        if (!first) {
            keeping.beginAgain(computeCode, wanted, asked);
        }
    }

    /**
     * Deletes a package from a node.
     *
     * @throws NotFound {@code delivery-unknown} when the package was never given to the node
     * @throws Conflict {@code package-in-use} by a service that runs or may run there, {@code compute-offline}
     */
    public void remove(String computeCode, String packageId) {
        Caller caller = currentCaller.require(Role.OPERATORS);
        nodes.get(computeCode, caller);
        given(computeCode, packageId);
        online(computeCode, caller);
        // A node deletes no package while a service of it is loaded, in whatever state.
        abandoned.unloadNow(delivered.askToRemove(computeCode, packageId));
        accelerators.call(computeCode, connection -> {
            connection.removePackage(packageId);
            return packageId;
        });
        keeping.forget(computeCode, packageId);
    }

    /** The packages on a node; null status stands for any. */
    public List<DeviceAlgoPackageView> search(String computeCode, Integer status) {
        NodeView node = nodes.get(computeCode, packages.reader());
        if (status != null && (status < 1 || status > 3)) {
            throw new Rejected("member-invalid", new Member("status"), "{member} is 1, 2 or 3.");
        }
        return refreshed(node).stream()
                .filter(found -> status == null || found.state().number() == status)
                .map(PackageOnNode::view)
                .toList();
    }

    /** One package on a node, or 404. */
    public DeviceAlgoPackageView detail(String computeCode, String packageId) {
        NodeView node = nodes.get(computeCode, packages.reader());
        given(computeCode, packageId);
        refreshed(node);
        return given(computeCode, packageId).view();
    }

    private void send(NodeView node, PackageView wanted, boolean holdsOther) {
        PackageDelivery delivery =
                new PackageDelivery(wanted.id(), links.link(wanted.id()), wanted.md5(), wanted.size());
        accelerators.call(node.code(), connection -> {
            if (holdsOther) {
                connection.removePackage(wanted.id());
            }
            connection.deliverPackage(delivery);
            return delivery;
        });
    }

    private List<PackageOnNode> refreshed(NodeView node) {
        List<PackageOnNode> found = rows.of(node.code());
        Instant now = clock.instant();
        if (node.online() && found.stream().anyMatch(one -> one.isStale(now))) {
            reconciliation.compareNow(node.code(), held);
            return rows.of(node.code());
        }
        return found;
    }

    private NodeView online(String computeCode, Caller caller) {
        NodeView node = nodes.get(computeCode, caller);
        if (!node.online()) {
            throw new Conflict("compute-offline", new Member("computeCode"), "Compute " + computeCode + " is offline.");
        }
        return node;
    }

    private PackageOnNode given(String computeCode, String packageId) {
        return rows.find(computeCode, packageId)
                .orElseThrow(() -> new NotFound(
                        "delivery-unknown",
                        PACKAGE_ID,
                        "Package " + packageId + " was not delivered to compute " + computeCode + "."));
    }
}
