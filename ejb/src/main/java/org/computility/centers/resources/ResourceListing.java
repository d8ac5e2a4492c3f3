package org.computility.centers.resources;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.computility.centers.catalogue.SpecCatalogue;
import org.computility.centers.catalogue.SpecView;
import org.computility.centers.registration.CenterRegistration;
import org.computility.centers.registration.CenterView;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** What the network has, for everybody but devices (T/AI 123.8 A.2 to A.4). */
@Stateless
public class ResourceListing {

    private static final Map<String, Comparator<SpecView>> SPEC_ORDERS = Map.of(
            "resourceSpecId", Comparator.comparing(SpecView::id),
            "resourceSpecName", Comparator.comparing(SpecView::name));

    @EJB
    CenterRegistration centers;

    @EJB
    RegisteredCenters registered;

    @EJB
    SpecCatalogue specs;

    @Inject
    CurrentCaller caller;

    /**
     * Centers (A.2).
     *
     * @param processorType one that the center has; null: any
     * @param connected null: either
     */
    public Page<CenterOverview> centers(String processorType, Boolean connected, PageRequest page) {
        return centers.pageWithCapacity(processorType, connected, page).map(CenterOverview::of);
    }

    /**
     * Specs that a node could hold, were it empty (A.3); by the last capacity, also of a center that is not connected now.
     *
     * @param centerId null: of any center
     * @throws NotFound {@code center-unknown}
     */
    public Page<SpecView> specs(String centerId, PageRequest page) {
        List<SpecView> offered = specs.all().stream()
                .filter(Fit.heldBy(
                        some(centerId).stream().map(CenterView::capacity).toList()))
                .sorted(order(page))
                .toList();
        List<SpecView> part =
                offered.stream().skip(page.offset()).limit(page.size()).toList();
        return new Page<>(part, offered.size(), page);
    }

    /**
     * What each center has and has idle (A.4), by id.
     *
     * @param centerId null: of every center
     * @throws NotFound {@code center-unknown}
     */
    public List<CenterResources> resources(String centerId) {
        return some(centerId).stream().map(CenterSums::of).toList();
    }

    private List<CenterView> some(String centerId) {
        caller.require(Role.READERS);
        return centerId == null ? registered.all() : List.of(centers.get(centerId));
    }

    private static Comparator<SpecView> order(PageRequest page) {
        Comparator<SpecView> order = Comparator.comparing(SpecView::id);
        for (PageRequest.Order wanted : page.orders()) {
            Comparator<SpecView> by = SPEC_ORDERS.get(wanted.property());
            order = (wanted.descending() ? by.reversed() : by).thenComparing(order);
        }
        return order;
    }
}
