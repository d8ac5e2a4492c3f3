package org.computility.identity.login;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.identity.RoleSet;
import org.computility.shared.database.DatabaseDefinition;

/** Accounts as a login reads them: outside any transaction, since the slow hash comes next. */
@Stateless
public class AccountDirectory {

    private static final RoleSet ROLES = new RoleSet();

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource database;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<KnownAccount> find(String username) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT id, username, password_hash, organisation_id, roles, compute_code, enabled
                        FROM account WHERE lower(username) = lower(?)""")) {
            query.setString(1, username);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(account(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The account cannot be read", e);
        }
    }

    private static KnownAccount account(ResultSet row) throws SQLException {
        return new KnownAccount(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("password_hash"),
                row.getObject("organisation_id", UUID.class),
                ROLES.convertToEntityAttribute(row.getString("roles")),
                row.getString("compute_code"),
                row.getBoolean("enabled"));
    }
}
