package org.computility.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrail;
import org.computility.shared.Hashes;
import org.computility.shared.database.DatabaseDefinition;

/**
 * The tokens that callers show: 256 random bits each, of which only the SHA-256 is stored. A plain hash is enough where
 * there is nothing to guess.
 */
@Stateless
public class AccessTokens {

    /** So long a token that ran out is still told from one that never was. */
    private static final Duration KEPT_EXPIRED = Duration.ofDays(1);

    private static final String FIND = """
            SELECT t.hash, a.id, a.username, a.organisation_id, a.roles, a.enabled, t.compute_code, t.expires_at
            FROM access_token t JOIN account a ON a.id = t.account_id""";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RoleSet ROLES = new RoleSet();

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @EJB
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    Event<AccountChanged> changes;

    Duration life;

    @PostConstruct
    void prepare() {
        life = IdentityConfig.current().tokenLife();
    }

    /** A new token of the account; for a device with the code it registered under, else null. */
    public TokenView issue(UUID accountId, String computeCode) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiry = now.plus(life);
        update(
                "INSERT INTO access_token (hash, account_id, compute_code, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                Hashes.sha256(token),
                accountId,
                computeCode,
                Timestamp.from(now),
                Timestamp.from(expiry));
        return new TokenView(token, expiry);
    }

    /** A new token while the old one is still good, with the record of the call that asked for nothing but gets it. */
    public TokenView renew(UUID accountId, String computeCode, AuditEntry call) {
        TokenView token = issue(accountId, computeCode);
        audit.recordWithChange(List.of(call));
        return token;
    }

    /** The caller that the token of this hash stands for, expired or not; empty when it was never issued or revoked. */
    public Optional<IssuedToken> find(byte[] hash) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND + " WHERE t.hash = ?")) {
            query.setBytes(1, hash);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(issued(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The token cannot be read", e);
        }
    }

    /** The same for many tokens in one statement; those that were never issued or are revoked are absent. */
    public Map<ByteBuffer, IssuedToken> find(Collection<byte[]> hashes) {
        Map<ByteBuffer, IssuedToken> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND + " WHERE t.hash = any(?)")) {
            query.setArray(1, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(ByteBuffer.wrap(row.getBytes("hash")), issued(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The tokens cannot be read", e);
        }
    }

    /** Ends one token; ending it again changes nothing. */
    public void revoke(Caller owner, String token) {
        update("DELETE FROM access_token WHERE hash = ?", (Object) Hashes.sha256(token));
        changes.fire(new AccountChanged(owner.accountId()));
    }

    /** Ends all tokens of an account. */
    public void revokeAll(UUID accountId) {
        update("DELETE FROM access_token WHERE account_id = ?", accountId);
        changes.fire(new AccountChanged(accountId));
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forgetExpired() {
        update(
                "DELETE FROM access_token WHERE expires_at < ?",
                Timestamp.from(clock.instant().minus(KEPT_EXPIRED)));
    }

    private static IssuedToken issued(ResultSet row) throws SQLException {
        Caller caller = new Caller(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getObject("organisation_id", UUID.class),
                ROLES.convertToEntityAttribute(row.getString("roles")),
                row.getString("compute_code"));
        return new IssuedToken(caller, row.getTimestamp("expires_at").toInstant(), row.getBoolean("enabled"));
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The tokens cannot be written", e);
        }
    }
}
