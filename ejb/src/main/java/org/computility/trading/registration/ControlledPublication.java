package org.computility.trading.registration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketConfig;
import org.computility.trading.Party;
import org.computility.trading.Price;
import org.computility.trading.PublicationView;

/**
 * What a trusted data space offers (T/AI 123.12 A.1.3). The data stays there; what is sold is its use under a policy. It needs no
 * registration: its owner and its number are the same for all.
 */
@Stateless
public class ControlledPublication {

    /** A trusted data space is another platform, or people of this one. */
    public static final Set<Role> DATA_SPACES = spaces();

    private static final Member OWNER = new Member("owner");
    private static final Member REGISTRATION_ID = new Member("registrationId");

    @Inject
    Offerings resources;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<EnteredMarket> entering;

    @Inject
    Clock clock;

    MarketConfig config;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /**
     * Publishes controlled data. The same call again changes nothing. What is public enters the market's lists.
     *
     * @throws Rejected {@code member-invalid} for another owner or number than the platform's settings say; {@code price-of-free}
     * @throws Conflict {@code data-registered} when the data is another organisation's, not controlled, or was described
     *     otherwise; {@code resource-published} at another price
     */
    public PublicationView publish(NewControlledData wanted) {
        Caller space = caller.require(DATA_SPACES);
        require(OWNER, config.controlledOwner(), wanted.owner());
        require(REGISTRATION_ID, config.controlledRegistration(), wanted.registrationId());
        Money terms = Price.of(wanted.free(), wanted.price());
        Party owner = new Party(space.accountId(), config.controlledOwner(), space.organisationId());
        // The same call at the same time answers the same, too.
        resources.hold(wanted.dataId());
        Offering resource = resources
                .lockData(wanted.dataId())
                .map(before -> before.requireSame(wanted, owner))
                .orElseGet(() -> insert(Offering.controlled(wanted, owner, clock.instant())));
        if (resource.publish(wanted.free(), terms, clock.instant()) && resource.isInTheOpen()) {
            entering.fire(resource.entered());
        }
        resources.session().update(resource);
        return PublicationView.of(resource.isPublished());
    }

    private static void require(Member member, String fixed, String said) {
        if (!fixed.equals(said)) {
            throw new Rejected("member-invalid", member, "{member} of controlled data is " + fixed + ".");
        }
    }

    private Offering insert(Offering resource) {
        UniqueKey.keep(() -> resources.session().insert(resource), Offering::registeredBefore);
        return resource;
    }

    private static Set<Role> spaces() {
        Set<Role> roles = EnumSet.of(Role.PLATFORM);
        roles.addAll(Role.PUBLISHERS);
        return Set.copyOf(roles);
    }
}
