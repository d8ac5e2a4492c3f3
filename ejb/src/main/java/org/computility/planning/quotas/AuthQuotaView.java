package org.computility.planning.quotas;

import jakarta.json.bind.annotation.JsonbProperty;

/** How many streams of a capability are in use, and how many may be (T/BAX 0006.5 table D.7). */
public record AuthQuotaView(
        @JsonbProperty("AlgoDefCode") String algoDefCode,
        @JsonbProperty("QuotaUsed") long quotaUsed,
        @JsonbProperty("QuotaTotal") long quotaTotal) {}
