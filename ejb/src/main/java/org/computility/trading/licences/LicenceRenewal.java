package org.computility.trading.licences;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.Parties;
import org.computility.trading.Party;

/** Renewing the licences of a data resource (T/AI 123.12 A.3.8). Keys are read before a transaction holds a connection. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceRenewal {

    private static final Member OWNER = new Member("owner");
    private static final Member DATA_ID = new Member("dataId");

    @EJB
    LicenceIssue issue;

    @EJB
    DataSetCatalogue contents;

    @Inject
    LicensorKeys keys;

    @Inject
    Parties parties;

    /**
     * Replaces every licence of this data that runs by one for a year from now, at the owner's expense: parties, data and
     * restrictions stay, no term gets shorter, and the watermark binds the content that the platform has by now.
     *
     * @return the licence of the latest trade; the other licensees find theirs with their settlements
     * @throws NotFound {@code licence-unknown} when no licence of the owner's for this data runs
     */
    public LicenceView renew(String ownerName, String dataId) {
        Party owner = parties.named(OWNER, ownerName, Role.PUBLISHERS);
        keys.watermarks();
        keys.pairOf(owner.organisationId());
        String sha256 =
                contents.held(dataId).map(held -> held.content().sha256()).orElse(null);
        List<LicenceView> renewed = issue.renew(owner, dataId, sha256);
        if (renewed.isEmpty()) {
            throw new NotFound("licence-unknown", DATA_ID, "No licence of yours for the data of {member} runs.");
        }
        return renewed.get(renewed.size() - 1);
    }
}
