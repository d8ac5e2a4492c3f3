package org.computility.trading.registration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.shared.keys.PublicKeyText;
import org.computility.shared.outbound.OutboundGuard;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketIds;
import org.computility.trading.Parties;
import org.computility.trading.Party;
import org.computility.trading.Price;
import org.computility.trading.PublicationView;
import org.computility.trading.keys.MarketKeys;

/** What those who hold data do in the market (T/AI 123.12 A.1.1, A.1.2, A.1.4, A.1.5). */
@Stateless
public class ResourceRegistration {

    private static final Member OWNER = new Member("owner");
    private static final Member REGISTRATION_ID = new Member("registrationId");
    private static final Member DATA_ID = new Member("dataId");
    private static final Member RESOURCE_URL = new Member("resourceUrl");
    private static final Member PROVIDER_URL = new Member("providerUrl");
    private static final Member OWNERSHIP_CONFIRM = new Member("ownershipConfirm");
    private static final Member PUBLIC_KEY = new Member("publicKey");

    @Inject
    Offerings resources;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    @Inject
    OutboundGuard guard;

    @EJB
    MarketKeys keys;

    @EJB
    DataSetCatalogue contents;

    @Inject
    Event<ResourceLeaving> leaving;

    @Inject
    Event<EnteredMarket> entering;

    @Inject
    Event<LeftMarket> left;

    @Inject
    Clock clock;

    MarketConfig config;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /**
     * Registers a data resource (A.1.1) and answers its number, a UUID. The same call again answers the same.
     *
     * @throws Denied {@code data-set-foreign} when the data is a data set of another organisation
     * @throws Conflict {@code data-registered} when the data was registered by another owner, or otherwise
     * @throws Rejected {@code public-key-invalid}, {@code url-invalid} or {@code url-refused}, or as {@link Parties#named}
     */
    public String register(NewOffering wanted) {
        Party owner = parties.named(OWNER, wanted.owner(), Role.PUBLISHERS);
        requireOwn(wanted.dataId(), owner);
        guard.check(RESOURCE_URL, wanted.resourceUrl());
        WebAddress.check(PROVIDER_URL, wanted.providerUrl());
        WebAddress.check(OWNERSHIP_CONFIRM, wanted.ownershipConfirm());
        String key = PublicKeyText.pem(wanted.publicKey())
                .orElseThrow(() -> new Rejected("public-key-invalid", PUBLIC_KEY, PublicKeyText.KINDS));
        // The same call at the same time answers the same, too.
        resources.hold(wanted.dataId());
        Offering resource = resources
                .ofData(wanted.dataId())
                .map(before -> before.requireSame(wanted, owner, key))
                .orElseGet(() -> insert(Offering.register(wanted, owner, key, clock.instant())));
        return resource.registrationId().toString();
    }

    /**
     * Publishes a data resource (A.1.2). The same call again changes nothing.
     *
     * @param price null where it is free
     * @throws Conflict {@code resource-published} at another price; {@code private-key-missing} while nobody could hand its
     *     key to a buyer
     */
    public PublicationView publish(String ownerName, String registrationId, boolean free, BigDecimal price) {
        Party owner = parties.named(OWNER, ownerName, Role.PUBLISHERS);
        Offering resource = locked(registrationId, null, caller.get());
        if (!resource.isOwnedBy(owner)) {
            throw unknown(registrationId);
        }
        Money terms = Price.of(free, price);
        requireKey(resource);
        if (resource.publish(free, terms, clock.instant())) {
            entering.fire(resource.entered());
        }
        resources.session().update(resource);
        return PublicationView.of(resource.isPublished());
    }

    /**
     * A data resource in the market (A.1.4). Everybody sees what is published, its organisation also what is not.
     *
     * @param dataId null: not asked for; else it must be the resource's
     */
    public PublishedDataView query(String registrationId, String dataId) {
        Caller reader = caller.require(Role.READERS);
        return resources
                .seen(idOf(registrationId, dataId), dataId, reader.scope())
                .orElseThrow(() -> unknown(registrationId))
                .view();
    }

    /**
     * Revokes a publication (A.1.5). The same call again changes nothing.
     *
     * @param dataId null: not given; else it must be the resource's
     * @throws Conflict {@code resource-not-published}; {@code resource-locked} while a confirmed demand waits for its settlement
     */
    public PublicationView revoke(String registrationId, String dataId) {
        Offering resource = owned(registrationId, dataId);
        if (dataId != null && !resource.has(dataId)) {
            throw unknown(registrationId);
        }
        leaving.fire(new ResourceLeaving(resource.registrationId()));
        resource.revoke(clock.instant());
        left.fire(new LeftMarket(resource.registrationId()));
        resources.session().update(resource);
        return PublicationView.of(resource.isPublished());
    }

    /**
     * What a buyer gets. The resource stays as it is until the running transaction ends.
     *
     * @param dataId null: not given; else it must be the resource's
     * @throws NotFound {@code resource-unknown}, also for what others have not published
     * @throws Conflict {@code resource-not-published} for what its own organisation has not published
     */
    public OfferedData offered(String registrationId, String dataId) {
        Caller buyer = caller.get();
        Offering found = resources
                .lock(idOf(registrationId, dataId))
                .filter(resource -> resource.isPublished() || resource.isSeenBy(buyer))
                .orElseThrow(() -> unknown(registrationId));
        if (dataId != null && !found.has(dataId)) {
            throw unknownData();
        }
        return found.offered(found.isControlled() ? config.controlledRegistration() : registrationId(found));
    }

    /**
     * Deposits the private half of the key that the resource was registered with, so that a buyer can be given it.
     *
     * @param privateKey PKCS #8 in PEM
     * @throws Rejected {@code private-key-invalid} when it is not the other half
     */
    public void deposit(String registrationId, String privateKey) {
        Offering resource = owned(registrationId, null);
        keys.deposit(resource.organisationId(), resource.publicKey(), privateKey);
    }

    /** Nobody sells what others uploaded; a {@code dataID} that names no data set is free. */
    private void requireOwn(String dataId, Party owner) {
        contents.held(dataId)
                .filter(held -> !held.organisationId().equals(owner.organisationId()))
                .ifPresent(held -> {
                    throw new Denied("data-set-foreign", DATA_ID, "{member} names a data set of another organisation.");
                });
    }

    private Offering insert(Offering resource) {
        UniqueKey.keep(() -> resources.session().insert(resource), Offering::registeredBefore);
        return resource;
    }

    private void requireKey(Offering resource) {
        if (!keys.holds(resource.organisationId(), resource.publicKey())) {
            throw new Conflict(
                    "private-key-missing",
                    REGISTRATION_ID,
                    "A buyer of {member} could not open what it gets: deposit the private key with PUT "
                            + "/platform/v1/market/resources/" + resource.registrationId() + "/private-key.");
        }
    }

    private Offering locked(String registrationId, String dataId, Caller holder) {
        return resources
                .lock(idOf(registrationId, dataId))
                .filter(resource -> resource.isSeenBy(holder))
                .orElseThrow(() -> unknown(registrationId));
    }

    private Offering owned(String registrationId, String dataId) {
        Offering resource = locked(registrationId, dataId, caller.require(ControlledPublication.DATA_SPACES));
        if (!parties.speaksFor(resource.owner())) {
            throw new Denied(
                    "party-foreign",
                    REGISTRATION_ID,
                    "The data resource of {member} is its owner's affair, "
                            + resource.owner().name() + "'s, or an operator's.");
        }
        return resource;
    }

    private static String registrationId(Offering resource) {
        return resource.registrationId().toString();
    }

    /** All controlled data has one number, and is told apart by its {@code dataId}. */
    private UUID idOf(String registrationId, String dataId) {
        if (config.isControlled(registrationId)) {
            if (dataId == null) {
                throw new Rejected(
                        "member-missing",
                        DATA_ID,
                        "{member} is missing: all controlled data has the number " + registrationId
                                + ", and is told apart by it.");
            }
            return resources.controlled(dataId).orElseThrow(ResourceRegistration::unknownData);
        }
        return MarketIds.read(registrationId, () -> unknown(registrationId));
    }

    private static NotFound unknown(String registrationId) {
        return new NotFound(
                "resource-unknown", REGISTRATION_ID, "{member} " + registrationId + " names no data resource.");
    }

    private static NotFound unknownData() {
        return new NotFound("resource-unknown", DATA_ID, "{member} is not the data of that registrationID.");
    }
}
