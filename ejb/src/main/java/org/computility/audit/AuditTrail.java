package org.computility.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Sealing;
import org.computility.shared.database.DatabaseDefinition;

/** The audit trail: written by the edge for every call that changes something, read by administrators and auditors. */
@Stateless
public class AuditTrail {

    private static final UUID THIS_SERVER = UUID.randomUUID();
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @Inject
    Sealing sealing;

    @Inject
    AuditReaders readers;

    @Inject
    Clock clock;

    private AuditChain chain;
    private BegunCalls begun;

    @PostConstruct
    void prepare() {
        chain = new AuditChain(sealing);
        begun = new BegunCalls(database, THIS_SERVER);
    }

    /**
     * Remembers a call before it changes anything, in a transaction of its own, so that not even a killed server hides it.
     *
     * @param entry what is known so far; its outcome does not count
     * @return by which {@link #record(UUID, AuditEntry)} knows it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public UUID begin(AuditEntry entry) {
        UUID call = UUID.randomUUID();
        begun.add(new BegunCalls.Begun(call, now(), entry));
        return call;
    }

    /**
     * Appends in a transaction of its own: a refused call is recorded, too.
     *
     * @param call what {@link #begin} gave, or null for a call that was refused before it could begin
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(UUID call, AuditEntry entry) {
        try (Connection connection = database.getConnection()) {
            if (call != null) {
                // First, as recordAbandoned does: with the chain locked before, the two could wait for each other.
                BegunCalls.remove(connection, call);
            }
            chain.append(connection, now(), entry);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit record cannot be written", e);
        }
    }

    /** This server lives: the calls that it has begun are its own to record. To be said every few seconds. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void stayAlive() {
        begun.stayAlive();
    }

    /**
     * Records the calls of servers that have been silent for half a minute, at the time when they began and with the outcome
     * {@link AuditEntry#NO_ANSWER}. Several servers may do so at once.
     *
     * @return how many there were
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int recordAbandoned() {
        try (Connection connection = database.getConnection()) {
            List<BegunCalls.Begun> abandoned = BegunCalls.takeAbandoned(connection, DEAD_AFTER);
            for (BegunCalls.Begun call : abandoned) {
                chain.append(connection, call.at(), call.entry());
            }
            begun.forgetDead(DEAD_AFTER);
            return abandoned.size();
        } catch (SQLException e) {
            throw new IllegalStateException("The calls of dead servers cannot be recorded", e);
        }
    }

    /** The latest first. An auditor sees the records of its organisation. */
    public Page<AuditRecordView> search(AuditQuery query, PageRequest page) {
        AuditSearch search = new AuditSearch(query, readers.confinement().orElse(null));
        return search.page(database, page);
    }

    /** Checks every record since the beginning; with constant memory, and outside a transaction, since it may take long. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerification verify() {
        readers.confinement();
        try (Connection connection = database.getConnection()) {
            return chain.verify(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
