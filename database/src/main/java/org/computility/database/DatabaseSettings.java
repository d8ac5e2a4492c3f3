package org.computility.database;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is, from {@code COMPUTILITY_DATABASE_URL}, {@code _USER} and {@code _PASSWORD}. A system property of
 * the dotted name ({@code computility.database.url}) wins over the environment, as in MicroProfile Config, which is not
 * available where servers construct data sources.
 *
 * @param url a PostgreSQL JDBC URL; the default is {@code jdbc:postgresql://127.0.0.1:5432/computility}
 */
public record DatabaseSettings(String url, String user, String password) {

    /** The settings of this process. */
    public static DatabaseSettings fromEnvironment() {
        return from(System.getProperties(), System.getenv());
    }

    static DatabaseSettings from(Properties properties, Map<String, String> environment) {
        return new DatabaseSettings(
                setting(properties, environment, "url", "jdbc:postgresql://127.0.0.1:5432/computility"),
                setting(properties, environment, "user", "computility"),
                setting(properties, environment, "password", ""));
    }

    private static String setting(Properties properties, Map<String, String> environment, String name, String absent) {
        String variable = environment.getOrDefault("COMPUTILITY_DATABASE_" + name.toUpperCase(Locale.ROOT), absent);
        return properties.getProperty("computility.database." + name, variable);
    }

    /** Unpooled connections outside any transaction of the server: for migrations, which commit as they go. */
    public DataSource plainDataSource() {
        return source("computility-migrations");
    }

    /** Unpooled connections on which each answer comes within that many seconds, or the connection is given up. */
    public DataSource impatientDataSource(int seconds) {
        PGSimpleDataSource source = source("computility-watch");
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        return source;
    }

    private PGSimpleDataSource source(String application) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(application);
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}
