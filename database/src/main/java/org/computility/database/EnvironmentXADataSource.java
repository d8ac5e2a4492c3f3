package org.computility.database;

import java.sql.SQLException;
import javax.sql.XAConnection;
import org.postgresql.xa.PGXADataSource;

/**
 * The XA data source that {@code @DataSourceDefinition} names, so that the same archive runs unchanged wherever the
 * environment says the database is. Values that servers push in over the environment's values are ignored.
 */
public class EnvironmentXADataSource extends PGXADataSource {

    private static final long serialVersionUID = 1L;

    /** Called by the server. */
    public EnvironmentXADataSource() {
        DatabaseSettings settings = DatabaseSettings.fromEnvironment();
        setUrl(settings.url());
        setUser(settings.user());
        setPassword(settings.password());
    }

    // Payara pushes the annotation's default "localhost" over the host of the URL.
    @Deprecated
    @Override
    public void setServerName(String ignored) {}

    // IronJacamar (WildFly) passes empty strings for credentials that it was not given.
    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return user == null || user.isEmpty() ? getXAConnection() : super.getXAConnection(user, password);
    }
}
