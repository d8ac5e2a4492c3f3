package org.computility.trading.licences;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.database.Collision;
import org.computility.trading.MarketConfig;
import org.computility.trading.Parties;
import org.computility.trading.Party;
import org.computility.trading.registration.ControlledPublication;

/** Renewing the licences of a data resource (T/AI 123.12 A.3.8). Keys are read before a transaction holds a connection. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceRenewal {

    private static final Member OWNER = new Member("owner");
    private static final Member DATA_ID = new Member("dataId");

    private static final int AT_ONCE = 300;
    private static final int TRIES = 100;

    @EJB
    LicenceIssue issue;

    @EJB
    DataSetCatalogue contents;

    @Inject
    LicensorKeys keys;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    MarketConfig config;
    int atOnce = AT_ONCE;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /**
     * Replaces every licence of this data that runs by one for a year from now, at the owner's expense: parties, data and
     * restrictions stay, no term gets shorter, and the watermark binds the content that the platform has by now.
     * A few hundred are replaced in a transaction: where it ends in the middle, each licensee has one good licence, the old or
     * the new, and the call again renews all.
     *
     * @return the licence of the latest trade; the other licensees find theirs with their settlements
     * @throws NotFound {@code licence-unknown} when no licence of the owner's for this data runs
     */
    public LicenceView renew(String ownerName, String dataId) {
        Party owner = licensor(ownerName);
        keys.pairOf(owner.organisationId());
        String sha256 =
                contents.held(dataId).map(held -> held.content().sha256()).orElse(null);
        for (int tries = 0; tries < TRIES; tries++) {
            List<UUID> running = issue.running(owner, dataId);
            if (running.isEmpty()) {
                throw new NotFound("licence-unknown", DATA_ID, "No licence of yours for the data of {member} runs.");
            }
            Optional<LicenceView> latest = renewed(running, sha256);
            if (latest.isPresent()) {
                return latest.get();
            }
            // Others renewed all of them meanwhile.
        }
        throw Collision.refusal();
    }

    private Optional<LicenceView> renewed(List<UUID> running, String sha256) {
        Optional<LicenceView> latest = Optional.empty();
        for (int from = 0; from < running.size(); from += atOnce) {
            List<LicenceView> some =
                    issue.renew(running.subList(from, Math.min(running.size(), from + atOnce)), sha256);
            latest = some.isEmpty() ? latest : Optional.of(some.get(some.size() - 1));
        }
        return latest;
    }

    /** All controlled data has one owner, whose name is no account's: its data space renews what its organisation licensed. */
    private Party licensor(String name) {
        if (!config.controlledOwner().equals(name)) {
            return parties.named(OWNER, name, Role.PUBLISHERS);
        }
        Caller space = caller.require(ControlledPublication.DATA_SPACES);
        return new Party(space.accountId(), name, space.organisationId());
    }
}
