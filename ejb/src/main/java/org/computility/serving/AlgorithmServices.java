package org.computility.serving;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.PackageView;
import org.computility.algorithms.delivery.DeliveredPackages;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.compute.events.NodeReconciliation;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.database.Paged;
import org.computility.shared.outbound.OutboundGuard;

/** Services of algorithm packages on nodes (T/BAX 0006.5 F.5 to F.8). No transaction is open while a node is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlgorithmServices {

    private static final Member PACKAGE_ID = new Member("packageId");

    @Inject
    Services services;

    @EJB
    ServiceKeeping keeping;

    @EJB
    private ServiceLicensing licensing;

    @EJB
    ComputeNodes nodes;

    @EJB
    Accelerators accelerators;

    @EJB
    NodeReconciliation reconciliation;

    @EJB
    AlgorithmPackages packages;

    @EJB
    private DeliveredPackages deliveries;

    @Inject
    private OutboundGuard guard;

    @Inject
    CurrentCaller caller;

    /**
     * Loads a package as a service (F.5) and answers the service's ID, a UUID. The service is INIT until its node reports
     * otherwise. A node that refuses or does not answer leaves nothing behind. Where the request says nothing of it, {@link
     * ServiceLicensing} says how the service is authorized.
     */
    public String load(NewService wanted) {
        Caller operator = caller.require(Role.OPERATORS);
        packageNamed(wanted.packageId());
        NodeView node = nodes.get(wanted.computeCode(), operator);
        boolean delivered = deliveries.isDelivered(node.code(), wanted.packageId());
        // A stranger's package that is not on the node is as unknown as a package that nobody has.
        PackageView algorithm =
                delivered ? packages.get(wanted.packageId()) : packages.get(wanted.packageId(), operator);
        if (wanted.licenseFile() != null) {
            guard.check(new Member("licenseFile"), wanted.licenseFile());
        }
        NewService licensed = licensing.licensed(wanted, algorithm, node.organisationId());
        AllowedService service = AllowedService.of(licensed, algorithm, node, delivered);
        keeping.open(service);
        try {
            accelerators.call(node.code(), connection -> {
                connection.loadService(service.order());
                return null;
            });
        } catch (BusinessFailure e) {
            keeping.forget(List.of(service.id()));
            if (e instanceof Unavailable) {
                // Perhaps it is loaded nevertheless: then it is found there, as nobody's.
                reconciliation.compareAfter(node.code(), ServiceKeeping.ASKED_AFTER);
            }
            throw e;
        }
        return service.id().toString();
    }

    /**
     * Unloads one service, or all of the package on that node (F.6). No task gets a place there from then on. A service of a
     * node that is offline is forgotten now and unloaded when the node comes back. A node that refuses keeps its service,
     * which takes tasks again. A node that does not answer is told again until it does.
     *
     * @param serviceId null: all services of the package on that node
     */
    public void unload(String computeCode, String packageId, String serviceId) {
        Caller operator = caller.require(Role.OPERATORS);
        packageNamed(packageId);
        NodeView node = nodes.get(computeCode, operator);
        List<UUID> leaving = named(computeCode, packageId, serviceId, operator).stream()
                .map(service -> UUID.fromString(service.id()))
                .toList();
        if (node.online()) {
            unload(node.code(), leaving);
        } else {
            keeping.forget(leaving);
        }
    }

    /** One that is refused hinders no other. */
    private void unload(String computeCode, List<UUID> leaving) {
        leaving.forEach(keeping::close);
        Conflict refusal = null;
        for (UUID service : leaving) {
            // Once more: those before it may have taken longer than a service stays closed.
            keeping.close(service);
            try {
                accelerators.call(computeCode, connection -> {
                    connection.unloadService(service.toString());
                    return null;
                });
                keeping.forget(List.of(service));
            } catch (Conflict e) {
                keeping.reopen(service);
                refusal = e;
            } catch (Unavailable e) {
                reconciliation.compareAfter(computeCode, ServiceKeeping.ASKED_AFTER);
                throw e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Services of a node (F.7), newest first. */
    public Page<ServiceView> search(ServiceSearch search) {
        nodes.get(search.computeCode(), caller.require(Role.READERS));
        List<ServiceView> found = views(
                Paged.list(services.found(search.computeCode(), search.status(), search.packageId()), search.page()));
        long total = services.total(search.computeCode(), search.status(), search.packageId());
        return new Page<>(found, total, search.page());
    }

    /** One service (F.8), named by its own ID or by its package's ID: then the newest service of the package. */
    public ServiceView get(String computeCode, String serviceOrPackageId) {
        nodes.get(computeCode, caller.require(Role.READERS));
        return views(services.of(computeCode, null)).stream()
                .filter(service -> service.id().equalsIgnoreCase(serviceOrPackageId)
                        || service.packageId().equals(serviceOrPackageId))
                .findFirst()
                .orElseThrow(() -> unknown(serviceOrPackageId));
    }

    private List<ServiceView> named(String computeCode, String packageId, String serviceId, Caller operator) {
        List<ServiceView> ofPackage = views(services.of(computeCode, packageId));
        if (serviceId == null) {
            if (ofPackage.isEmpty()) {
                packages.get(packageId, operator);
            }
            return ofPackage;
        }
        List<ServiceView> one = ofPackage.stream()
                .filter(service -> service.id().equalsIgnoreCase(serviceId))
                .toList();
        if (one.isEmpty()) {
            throw unknown(serviceId);
        }
        return one;
    }

    private static List<ServiceView> views(List<AlgorithmService> found) {
        return found.stream().map(AlgorithmService::view).toList();
    }

    private static void packageNamed(String packageId) {
        if (packageId == null) {
            throw new Rejected("member-missing", PACKAGE_ID, "{member} is missing.");
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound(
                "service-unknown", new Member("serviceId"), "There is no service " + id + " on this compute.");
    }
}
