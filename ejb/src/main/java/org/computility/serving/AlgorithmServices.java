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
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.Paged;
import org.computility.shared.outbound.OutboundGuard;

/** Services of algorithm packages on nodes (T/BAX 0006.5 F.5 to F.8). No transaction is open while a node is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlgorithmServices {

    private static final Role[] READERS = {
        Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR, Role.PROVIDER, Role.CONSUMER, Role.PLATFORM
    };

    @Inject
    private Services services;

    @EJB
    private ServiceKeeping keeping;

    @EJB
    private ComputeNodes nodes;

    @EJB
    private Accelerators accelerators;

    @EJB
    private AlgorithmPackages packages;

    @EJB
    private DeliveredPackages deliveries;

    @Inject
    private OutboundGuard guard;

    @Inject
    private CurrentCaller caller;

    /**
     * Loads a package as a service (F.5) and answers the service's ID, a UUID. The service is INIT until its node reports
     * otherwise. A node that refuses or does not answer leaves nothing behind.
     */
    public String load(LoadRequest request) {
        Caller operator = caller.require(Role.ADMINISTRATOR, Role.OPERATOR);
        packageNamed(request.packageId());
        NodeView node = nodes.get(request.computeCode(), operator);
        PackageView algorithm = packages.get(request.packageId());
        if (request.licenseFile() != null) {
            guard.check("LicenseFile", request.licenseFile());
        }
        boolean delivered = deliveries.isDelivered(node.code(), algorithm.id());
        NewService service = NewService.of(request, algorithm, node, delivered);
        keeping.open(service);
        try {
            ServiceLoad load = new ServiceLoad(
                    service.id().toString(),
                    service.packageId(),
                    EnvCodec.map(service.env()),
                    service.licenseFile(),
                    service.replicas());
            accelerators.call(node.code(), connection -> {
                connection.loadService(load);
                return null;
            });
        } catch (BusinessFailure e) {
            keeping.forget(List.of(service.id()));
            throw e;
        }
        return service.id().toString();
    }

    /**
     * Unloads one service, or all of the package on that node (F.6). A service of a node that is offline is forgotten now
     * and unloaded when the node comes back.
     */
    public void unload(UnloadRequest request) {
        Caller operator = caller.require(Role.ADMINISTRATOR, Role.OPERATOR);
        packageNamed(request.packageId());
        NodeView node = nodes.get(request.computeCode(), operator);
        for (ServiceView service : named(request)) {
            if (node.online()) {
                accelerators.call(node.code(), connection -> {
                    connection.unloadService(service.id());
                    return null;
                });
            }
            keeping.forget(List.of(UUID.fromString(service.id())));
        }
    }

    /** Services of a node (F.7), newest first. */
    public ServicePage search(ServiceSearch search) {
        nodes.get(search.computeCode(), caller.require(READERS));
        PageRequest page = new PageRequest(search.number(), search.size(), List.of());
        List<ServiceView> found =
                views(Paged.list(services.found(search.computeCode(), search.status(), search.packageId()), page));
        long total = services.total(search.computeCode(), search.status(), search.packageId());
        return new ServicePage(found, page.number(), page.size(), total);
    }

    /** One service (F.8), named by its own ID or by its package's, in which case it is the newest of the package. */
    public ServiceView get(String computeCode, String serviceOrPackageId) {
        nodes.get(computeCode, caller.require(READERS));
        return views(services.of(computeCode, null)).stream()
                .filter(service -> service.id().equalsIgnoreCase(serviceOrPackageId)
                        || service.packageId().equals(serviceOrPackageId))
                .findFirst()
                .orElseThrow(() -> unknown(serviceOrPackageId));
    }

    private List<ServiceView> named(UnloadRequest request) {
        List<ServiceView> ofPackage = views(services.of(request.computeCode(), request.packageId()));
        if (request.serviceId() == null) {
            if (ofPackage.isEmpty()) {
                packages.get(request.packageId());
            }
            return ofPackage;
        }
        List<ServiceView> one = ofPackage.stream()
                .filter(service -> service.id().equalsIgnoreCase(request.serviceId()))
                .toList();
        if (one.isEmpty()) {
            throw unknown(request.serviceId());
        }
        return one;
    }

    private static List<ServiceView> views(List<AlgorithmService> found) {
        return found.stream().map(AlgorithmService::view).toList();
    }

    private static void packageNamed(String packageId) {
        if (packageId == null) {
            throw new Rejected("member-missing", "AlgoFilePackageID", "AlgoFilePackageID is missing.");
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("service-unknown", "AlgoServiceID", "There is no service " + id + " on this compute.");
    }
}
