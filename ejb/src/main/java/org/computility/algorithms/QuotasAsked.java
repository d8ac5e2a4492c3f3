package org.computility.algorithms;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Fired where capabilities are shown: a room above tells what licences allow them, for all of them at once. */
public final class QuotasAsked {

    /** Streams that run and may run at once. */
    record Quota(long used, long total) {}

    private final Map<String, UUID> organisations;
    private final Map<String, Quota> told = new HashMap<>();

    /** @param organisations whose licences count, by the capability's code */
    QuotasAsked(Map<String, UUID> organisations) {
        this.organisations = Map.copyOf(organisations);
    }

    /** Whose licences count, by the capability's code. */
    public Map<String, UUID> organisations() {
        return organisations;
    }

    /** Licences allow the capability that many streams at once, and so many run. A capability without licences is told nothing. */
    public void tell(String algoDefCode, long used, long total) {
        told.put(algoDefCode, new Quota(used, total));
    }

    AlgoDefView on(AlgoDefView capability) {
        Quota quota = told.get(capability.code());
        return quota == null ? capability : capability.with(quota.used(), quota.total());
    }
}
