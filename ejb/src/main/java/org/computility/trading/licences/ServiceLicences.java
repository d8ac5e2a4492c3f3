package org.computility.trading.licences;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.UuidText;
import org.computility.trading.Party;

/** The door for subscriptions: their licences are signed, kept and judged like those for data. */
@Dependent
public class ServiceLicences {

    @Inject
    Licences licences;

    @Inject
    LicensorKeys licensors;

    @EJB
    LicenceCheck check;

    /** Reads the key that the licensor's licences need. To be called before a transaction begins. */
    public void prepare(UUID licensorOrganisation) {
        licensors.pairOf(licensorOrganisation);
    }

    /** Issues a licence in the running transaction. */
    public LicenceView issue(NewLicence wanted) {
        Licence licence = Licence.issue(
                wanted.terms(), licensors.signing(wanted.licensor().organisationId()));
        licences.session().insert(licence);
        return licence.view();
    }

    /** The licence of an order. */
    public Optional<LicenceView> ofOrder(UUID orderId) {
        return licences.ofOrder(orderId).map(Licence::view);
    }

    /** The licences of these orders, by the orders' IDs: one statement for any number. */
    public Map<UUID, LicenceView> ofOrders(Collection<UUID> orderIds) {
        return licences.ofOrders(orderIds.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Licence::orderId, Licence::view));
    }

    /**
     * The order that a good licence is for; empty for a licence for data.
     *
     * @throws NotFound {@code licence-unknown}
     * @throws Denied {@code licence-forged}, {@code licence-revoked}, {@code licence-expired}
     */
    public Optional<UUID> orderOf(LicenceView shown) {
        check.requireCurrent(check.genuine(shown));
        return UuidText.read(shown.licenceId()).flatMap(licences::find).map(Licence::orderId);
    }

    /**
     * What is to be issued.
     *
     * @param publishId its {@code registrationID}
     * @param resourceId of the model or application, its {@code dataID}
     * @param address its {@code resource_url}
     * @param from a whole second
     * @param until a whole second, not included
     */
    public record NewLicence(
            UUID orderId,
            Party licensor,
            String licensee,
            UUID publishId,
            String resourceId,
            String address,
            Instant from,
            Instant until) {

        LicenceTerms terms() {
            return new LicenceTerms(
                    null,
                    orderId,
                    licensor.name(),
                    licensor.organisationId(),
                    licensee,
                    publishId.toString(),
                    resourceId,
                    address,
                    null,
                    from,
                    until);
        }
    }
}
