package org.computility.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.keys.Sealing;

/**
 * The audit trail: written by the edge for every call that changes something, read by administrators and auditors. One
 * object serves all calls, so that calls at the same time share their transactions: the chain has one end, and a commit
 * for each record would slow down the whole platform.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AuditTrail {

    @Inject
    AuditRecords trail;

    @EJB
    AuditWriter writer;

    @Inject
    Sealing sealing;

    @Inject
    AuditReaders readers;

    @Inject
    Clock clock;

    private SharedWrite<AuditedCall> beginnings;
    private SharedWrite<AuditedCall> records;

    @PostConstruct
    void prepare() {
        beginnings = new SharedWrite<>(writer::begin);
        records = new SharedWrite<>(writer::record);
    }

    /**
     * Remembers a call before it changes anything, in a transaction apart from the call's, so that not even a killed server
     * hides it.
     *
     * @param entry what is known so far; its outcome does not count
     * @return the ID by which {@link #record(UUID, AuditEntry)} finds the call
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID begin(AuditEntry entry) {
        UUID call = UUID.randomUUID();
        beginnings.write(new AuditedCall(call, clock.instant(), entry));
        return call;
    }

    /**
     * Appends in a transaction apart from the call's: a refused call is recorded, too. Returns after the commit.
     *
     * @param call what {@link #begin} gave, or null for a call that was refused before it could begin
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void record(UUID call, AuditEntry entry) {
        records.write(new AuditedCall(call, clock.instant(), entry));
    }

    /**
     * Appends in the caller's transaction, for changes that are written after their calls were answered: change and
     * record are committed together or not at all. Call this last, since nobody else can append until the transaction
     * ends.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void recordWithChange(List<AuditEntry> entries) {
        Instant now = clock.instant();
        writer.join(
                entries.stream().map(entry -> new AuditedCall(null, now, entry)).toList());
    }

    /** The latest first. An auditor sees the records of its organisation. */
    public Page<AuditRecordView> search(AuditQuery query, PageRequest page) {
        return trail.page(query, readers.confinement().orElse(null), page).map(AuditRecord::view);
    }

    /** Checks every record since the beginning; with constant memory, and outside a transaction, since it may take long. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerification verify() {
        readers.confinement();
        return new AuditChain(trail, sealing).verify();
    }
}
