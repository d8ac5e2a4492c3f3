package org.computility.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.shared.ThisServer;
import org.computility.shared.keys.Sealing;

/** The trail's transactions, each for any number of calls; {@link AuditTrail} is the room's door. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditWriter {

    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;

    @Inject
    AuditRecords records;

    @Inject
    BegunCalls begun;

    @Inject
    Sealing sealing;

    @Inject
    ThisServer server;

    private AuditChain chain;

    @PostConstruct
    void prepare() {
        chain = new AuditChain(records, sealing);
    }

    /** Remembers calls before they change anything; their outcome does not count yet. */
    public void begin(List<AuditedCall> calls) {
        begun.add(server.id(), calls);
    }

    /** Appends the calls and forgets that they had begun. */
    public void record(List<AuditedCall> calls) {
        // First, as in recordAbandoned: if one of the two locked the chain before, they could wait for each other.
        begun.remove(
                calls.stream().map(AuditedCall::call).filter(Objects::nonNull).toArray(UUID[]::new));
        chain.append(calls);
    }

    /** Appends in the caller's transaction, which ends soon: nobody else can append before. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void join(List<AuditedCall> calls) {
        chain.append(calls);
    }

    /** Says that this server lives, so that no other server records its calls. To be called every few seconds. */
    public void stayAlive() {
        begun.stayAlive(server.id());
    }

    /**
     * Records the calls of servers that have been silent for half a minute, at the time when they began and with the outcome
     * {@link AuditEntry#NO_ANSWER}. Several servers may do so at once.
     *
     * @return how many there were, 500 at most
     */
    public int recordAbandoned() {
        List<AuditedCall> abandoned = begun.takeAbandoned(DEAD_AFTER.toSeconds(), AT_ONCE).stream()
                .map(BegunCall::unanswered)
                .toList();
        if (!abandoned.isEmpty()) {
            chain.append(abandoned);
        }
        begun.forgetDead(DEAD_AFTER.toSeconds());
        return abandoned.size();
    }
}
