package org.computility.jobs.shares;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.jobs.placement.PlacementRules;

/** The shares in the words of placement. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ShareRules {

    @Inject
    QueueShares shares;

    /** As they are set now; one query, no caller. */
    public PlacementRules current() {
        Map<UUID, PlacementRules.Share> own =
                shares.all().stream().collect(Collectors.toMap(QueueShare::organisationId, QueueShare::rule));
        return new PlacementRules(own, PlacementRules.Share.EQUAL, PlacementRules.ScoreWeights.USUAL);
    }
}
