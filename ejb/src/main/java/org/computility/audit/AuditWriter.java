package org.computility.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.Sealing;
import org.computility.shared.database.DatabaseDefinition;

/** The trail's transactions, each for any number of calls; {@link AuditTrail} is the room's door. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditWriter {

    private static final UUID THIS_SERVER = UUID.randomUUID();
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @Inject
    Sealing sealing;

    private AuditChain chain;
    private BegunCalls begun;

    @PostConstruct
    void prepare() {
        chain = new AuditChain(sealing);
        begun = new BegunCalls(database, THIS_SERVER);
    }

    /** Remembers calls before they change anything; their outcome does not count yet. */
    public void begin(List<AuditedCall> calls) {
        try (Connection connection = database.getConnection()) {
            begun.add(connection, calls);
        } catch (SQLException e) {
            throw new IllegalStateException("The calls that begin cannot be written down", e);
        }
    }

    /** Appends the calls and forgets that they had begun. */
    public void record(List<AuditedCall> calls) {
        try (Connection connection = database.getConnection()) {
            // First, as recordAbandoned does: with the chain locked before, the two could wait for each other.
            BegunCalls.remove(
                    connection,
                    calls.stream()
                            .map(AuditedCall::call)
                            .filter(Objects::nonNull)
                            .toList());
            chain.append(connection, calls);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit record cannot be written", e);
        }
    }

    /** Appends in the caller's transaction, which ends soon: nobody else can append before. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void join(List<AuditedCall> calls) {
        try (Connection connection = database.getConnection()) {
            chain.append(connection, calls);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit record cannot be written", e);
        }
    }

    /** This server lives: the calls that it has begun are its own to record. To be said every few seconds. */
    public void stayAlive() {
        begun.stayAlive();
    }

    /**
     * Records the calls of servers that have been silent for half a minute, at the time when they began and with the outcome
     * {@link AuditEntry#NO_ANSWER}. Several servers may do so at once.
     *
     * @return how many there were
     */
    public int recordAbandoned() {
        try (Connection connection = database.getConnection()) {
            List<AuditedCall> abandoned = BegunCalls.takeAbandoned(connection, DEAD_AFTER);
            if (!abandoned.isEmpty()) {
                chain.append(connection, abandoned);
            }
            begun.forgetDead(DEAD_AFTER);
            return abandoned.size();
        } catch (SQLException e) {
            throw new IllegalStateException("The calls of dead servers cannot be recorded", e);
        }
    }
}
