package org.computility.licensing.quotas;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Columns;

/** Keeps what authorization servers tell, one transaction a method: none is open while a server is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuotaKeeping {

    /** An answer that is older is asked for again. */
    static final Duration FRESH = Duration.ofSeconds(30);

    /** A server that told nothing is asked again after 5, 10, 20 … seconds, and never later than this. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    @Inject
    AuthorizationQuotas quotas;

    @Inject
    Clock clock;

    public List<QuotaQuestion> due() {
        Instant now = clock.instant();
        return quotas.claim(now, now.plus(FRESH), AT_ONCE);
    }

    public void answered(QuotaQuestion question, ToldQuota told) {
        Instant now = clock.instant();
        quotas.answered(
                question.organisationId(),
                question.algoDefCode(),
                question.server(),
                told.used(),
                told.total(),
                now,
                now.plus(FRESH));
    }

    /** The server has told nothing about these, all of which were for it. */
    public void failed(String server, List<QuotaQuestion> questions, String why) {
        quotas.failed(
                Columns.of(questions, QuotaQuestion::organisationId, UUID[]::new),
                Columns.of(questions, QuotaQuestion::algoDefCode, String[]::new),
                server,
                why,
                FIRST.toSeconds(),
                LONGEST.toSeconds(),
                clock.instant());
    }
}
