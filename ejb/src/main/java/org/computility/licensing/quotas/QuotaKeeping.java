package org.computility.licensing.quotas;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps what authorization servers tell, one transaction a method: none is open while a server is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuotaKeeping {

    /** An answer that is older is asked for again. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private static final int AT_ONCE = 100;

    @Inject
    AuthorizationQuotas quotas;

    @Inject
    Clock clock;

    public List<QuotaQuestion> due() {
        Instant now = clock.instant();
        return quotas.claim(now.minus(FRESH), now, AT_ONCE);
    }

    public void answered(QuotaQuestion question, ToldQuota told) {
        quotas.answered(
                question.organisationId(),
                question.algoDefCode(),
                question.server(),
                told.used(),
                told.total(),
                clock.instant());
    }

    public void failed(QuotaQuestion question, String why) {
        quotas.failed(question.organisationId(), question.algoDefCode(), question.server(), why);
    }
}
