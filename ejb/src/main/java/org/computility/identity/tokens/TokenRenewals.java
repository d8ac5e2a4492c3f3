package org.computility.identity.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.audit.AuditEntry;
import org.computility.identity.Caller;

/**
 * New tokens for devices whose token has lived half of its life, to go out with the answer to a keepalive (T/BAX 0006.5
 * table B.2). The old one stays good to its end, since the answer may be lost on its way.
 */
@ApplicationScoped
public class TokenRenewals {

    private static final Logger LOG = Logger.getLogger(TokenRenewals.class.getName());

    /** A device that goes on with its old token is offered another only so often. */
    private static final Duration BETWEEN_OFFERS = Duration.ofMinutes(10);

    @Inject
    TokenAdministration tokens;

    @Inject
    Clock clock;

    private final Cache<String, Instant> offered = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(BETWEEN_OFFERS)
            .build();

    Duration life;

    @PostConstruct
    void prepare() {
        life = TokensConfig.current().life();
    }

    /**
     * A new token for the device, when it is time; a database that is away does not keep the device from being alive.
     *
     * @param call the audit record that comes with a new token
     */
    public Optional<String> due(Caller device, Instant tokenEnds, AuditEntry call) {
        Instant now = clock.instant();
        if (tokenEnds.isAfter(now.plus(life.dividedBy(2)))
                || offered.asMap().putIfAbsent(device.computeCode(), now) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    tokens.renew(device.accountId(), device.computeCode(), call).token());
        } catch (RuntimeException e) {
            offered.invalidate(device.computeCode());
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "No new token for compute " + device.computeCode() + "; at its next keepalive.");
            return Optional.empty();
        }
    }
}
