package org.computility.settlement.daily;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;
import org.computility.settlement.daily.LedgerBatches.Sealed;

/**
 * Writes batches of transfers into the audit trail, which nobody changes unseen: one record a batch, with its hash. All
 * transfers are sealed in the order of their commits, whoever posted them, each once.
 */
@Stateless
public class LedgerSealing {

    /** What a record is about, as {@link Differences#ofBatches} has it, too. */
    static final String TARGET = "ledger transfers %d to %d, %d in all, SHA-256 %s";

    static final String ACTION = "seal ledger";

    /** Any number that no other advisory lock has. */
    private static final long LOCK = 0x6c656467657262L;

    private static final int AT_ONCE = 10_000;

    @Resource
    SessionContext context;

    @Inject
    LedgerBatches batches;

    @EJB
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Seals all that was committed by now, ten thousand transfers in a transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sealAll() {
        LedgerSealing door = context.getBusinessObject(LedgerSealing.class);
        while (door.sealSome()) {
            // Until nothing is left.
        }
    }

    /** Seals what was committed by now and is not sealed, at most ten thousand transfers; false where there was nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sealSome() {
        batches.lock(LOCK);
        List<AuditEntry> sealed = batches.seal(AT_ONCE, clock.instant()).stream()
                .map(LedgerSealing::record)
                .toList();
        if (sealed.isEmpty()) {
            return false;
        }
        audit.recordWithChange(sealed);
        return true;
    }

    private static AuditEntry record(Sealed batch) {
        long count = batch.last() - batch.first() + 1;
        String target = TARGET.formatted(batch.first(), batch.last(), count, batch.hash());
        return new AuditEntry(null, null, ACTION, target, "platform", 200, "ledger-" + batch.last());
    }
}
