package org.computility.identity.passwords;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;
import org.computility.shared.Sealing;
import org.computility.shared.database.DatabaseDefinition;

/** The platform's own key pairs: made once for all servers of a cluster, private halves sealed. */
@Stateless
public class PlatformKeys {

    private static final String PASSWORDS = "sm2-passwords";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    /** The pair that passwords are encrypted for; made at the first call. */
    public Sm2KeyPair passwordKeys() {
        try (Connection connection = database.getConnection()) {
            Sm2KeyPair known = read(connection);
            if (known == null) {
                offer(connection, Sm2KeyPair.generate());
                known = read(connection);
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("The platform's key cannot be read", e);
        }
    }

    private Sm2KeyPair read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT public_key, sealed_private_key FROM platform_key WHERE name = ?")) {
            query.setString(1, PASSWORDS);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Sm2KeyPair(row.getBytes(1), sealing.open(row.getBytes(2))) : null;
            }
        }
    }

    /** Another server may be first; its pair is the one. */
    private void offer(Connection connection, Sm2KeyPair fresh) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO platform_key (name, public_key, sealed_private_key, created_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, PASSWORDS);
            insert.setBytes(2, fresh.publicKey());
            insert.setBytes(3, sealing.seal(fresh.privateKey()));
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }
}
