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
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Sealing;
import org.computility.shared.database.DatabaseDefinition;

/** The audit trail: written by the edge for every call that changes something, read by administrators and auditors. */
@Stateless
public class AuditTrail {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @Inject
    Sealing sealing;

    @Inject
    AuditReaders readers;

    @Inject
    Clock clock;

    private AuditChain chain;

    @PostConstruct
    void prepare() {
        chain = new AuditChain(sealing);
    }

    /** Appends in a transaction of its own: a refused call is recorded, too. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(AuditEntry entry) {
        try (Connection connection = database.getConnection()) {
            chain.append(connection, clock.instant().truncatedTo(ChronoUnit.MICROS), entry);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit record cannot be written", e);
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
}
