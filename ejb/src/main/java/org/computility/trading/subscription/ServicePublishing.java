package org.computility.trading.subscription;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Paged;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;
import org.computility.trading.MarketIds;
import org.computility.trading.Party;
import org.computility.trading.subscription.billing.Billing;
import org.computility.trading.subscription.billing.OfferedTerms;
import org.computility.trading.subscription.billing.PricesOfNow;

/** What those do who offer models and applications (T/AI 123.12 A.4.1, A.5.1). */
@Stateless
public class ServicePublishing {

    private static final Member PUBLISHER = new Member("publisherId");
    private static final Member PUBLISH_ID = new Member("publishId");

    @Inject
    Publications publications;

    @Inject
    ServiceParties parties;

    @Inject
    CurrentCaller caller;

    @Inject
    OutboundGuard guard;

    @Inject
    Sealing sealing;

    @Inject
    OfferedTerms terms;

    @Inject
    Event<ServicePublished> published;

    @Inject
    Clock clock;

    /**
     * Offers a model or an application at certain terms, and answers the number of the publication. The same as one has now
     * answers its number; other terms are a further publication.
     *
     * @throws Conflict {@code service-foreign} while another organisation has it in the market
     * @throws org.computility.shared.Rejected {@code url-invalid} or {@code url-refused}, or as {@link Billing#of}
     */
    public UUID publish(NewPublication wanted) {
        Party publisher = parties.named(PUBLISHER, wanted.publisher(), Role.PUBLISHERS);
        Billing billing = Billing.of(wanted.billingType(), wanted.billingMethod());
        guard.check(wanted.kind().address(), wanted.address());
        publications.hold(wanted.kind() + " " + wanted.resourceId());
        List<Publication> others = publications.ofResource(wanted.kind(), wanted.resourceId());
        PricesOfNow now = now(others);
        for (Publication other : others) {
            if (!other.publisher().organisationId().equals(publisher.organisationId())) {
                throw foreign(wanted.kind());
            }
            if (other.isThis(wanted, publisher, billing, now)) {
                return other.publishId();
            }
        }
        Publication offer = Publication.publish(wanted, publisher, billing, clock.instant());
        publications.session().insert(offer);
        terms.begin(offer.subject(), billing);
        published.fire(new ServicePublished(offer.publishId(), offer.resourceId()));
        return offer.publishId();
    }

    /** Everybody sees what is in the market; its organisation also what left it. */
    public Page<PublicationOfferView> offers(PublicationSearch search, PageRequest page) {
        Caller reader = caller.require(Role.READERS);
        UUID owner = search.own() ? reader.organisationId() : null;
        String kind = search.kind() == null ? null : search.kind().name();
        List<Publication> found = Paged.list(publications.seen(reader.scope(), kind, search.resourceId(), owner), page);
        PricesOfNow now = now(found);
        return new Page<>(
                found.stream().map(offer -> offer.view(reader, now)).toList(),
                publications.total(reader.scope(), kind, search.resourceId(), owner),
                page);
    }

    /** One publication. */
    public PublicationOfferView offer(String publishId) {
        Caller reader = caller.require(Role.READERS);
        PublicationOfferView offer = publications
                .find(idOf(publishId))
                .map(found -> found.view(reader, now(List.of(found))))
                .orElseThrow(() -> Publication.unknown(publishId));
        if (!offer.published() && offer.authorised() == null) {
            throw Publication.unknown(publishId);
        }
        return offer;
    }

    /** Takes it out of the market; what was subscribed to goes on. Once more changes nothing. */
    public void withdraw(String publishId) {
        Publication offer = owned(publishId);
        offer.withdraw(clock.instant());
        publications.session().update(offer);
    }

    /**
     * Sets what the platform shows the service in {@code Authorization}, so that it serves nobody else. Nobody is told it.
     *
     * @param credential {@code Bearer …}; null: nothing any more
     */
    public void authorise(String publishId, String credential) {
        Publication offer = owned(publishId);
        offer.authorise(credential == null ? null : sealing.seal(credential.getBytes(StandardCharsets.UTF_8)));
        publications.session().update(offer);
    }

    /**
     * What the publication is of, locked until the transaction ends, when the caller publishes it or speaks for who does.
     *
     * @throws org.computility.shared.NotFound {@code publication-unknown}
     * @throws Denied {@code party-foreign}
     */
    public ServicePublished requireOwned(String publishId) {
        Publication offer = owned(publishId);
        return new ServicePublished(offer.publishId(), offer.resourceId());
    }

    private Publication owned(String publishId) {
        Caller owner = caller.require(Role.PUBLISHERS);
        Publication offer = publications
                .lock(idOf(publishId))
                .filter(found -> owner.sees(found.publisher().organisationId()))
                .orElseThrow(() -> Publication.unknown(publishId));
        if (!parties.speaksFor(offer.publisher())) {
            throw new Denied(
                    "party-foreign",
                    PUBLISH_ID,
                    "The publication of {member} is its publisher's affair, "
                            + offer.publisher().name() + "'s, or an operator's.");
        }
        return offer;
    }

    private PricesOfNow now(List<Publication> offers) {
        return terms.now(offers.stream().map(Publication::subject).toList());
    }

    private static Conflict foreign(ServiceKind kind) {
        return new Conflict(
                "service-foreign",
                kind.resource(),
                "The " + kind.word() + " of {member} is in the market already, by another organisation.");
    }

    private static UUID idOf(String publishId) {
        return MarketIds.read(publishId, () -> Publication.unknown(publishId));
    }
}
