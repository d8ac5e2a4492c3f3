package org.computility.serving;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.algorithms.delivery.DeliveryRemoving;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.PackageChanging;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/**
 * Guards the packages that services need: none changes or leaves its node under a service that runs or may run. Services
 * in ERROR hold nothing up; they go with the package.
 */
@Stateless
public class PackageGuard {

    @Inject
    private Services services;

    @EJB
    private ServiceKeeping keeping;

    public void on(@Observes PackageChanging event) {
        event.abandoned().addAll(release(event.packageId(), null));
    }

    public void on(@Observes DeliveryRemoving event) {
        event.abandoned().addAll(release(event.packageId(), event.computeCode()));
    }

    private List<AbandonedService> release(String packageId, String computeCode) {
        List<ServiceView> held = services.lock(packageId, computeCode).stream()
                .map(AlgorithmService::view)
                .toList();
        refuseIfOneMayRun(held);
        keeping.forget(
                held.stream().map(service -> UUID.fromString(service.id())).toList());
        return held.stream()
                .map(service -> new AbandonedService(service.computeCode(), service.id()))
                .toList();
    }

    static void refuseIfOneMayRun(List<ServiceView> services) {
        services.stream()
                .filter(service -> service.status().mayRun())
                .findFirst()
                .ifPresent(service -> {
                    throw new Conflict(
                            "package-in-use",
                            new Member("packageId"),
                            "Unload service " + service.id() + " of package " + service.packageId() + " on compute "
                                    + service.computeCode() + " first; it is " + service.status() + ".");
                });
    }
}
