package org.computility.server;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the platform's PostgreSQL is: a JDBC URL {@code jdbc:postgresql://host[:port]/name[?…]}, a user and a password. */
public record Database(String url, String user, String password) {

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(?<host>\\[[^]]+]|[^/:,]+)(?::(?<port>\\d+))?/(?<name>[^?]+)(?:\\?.*)?");
    private static final String STANDARD_PORT = "5432";

    /** Refuses a URL that names no host and database, because the batch repository's pool needs both. */
    public Database {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException("not of the form jdbc:postgresql://host:port/name: " + url);
        }
    }

    /** What the application and the batch repository's pool read from the environment. */
    public Map<String, String> environment() {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException(url);
        }
        String port = parts.group("port");
        return Map.of(
                "COMPUTILITY_DATABASE_URL",
                url,
                "COMPUTILITY_DATABASE_USER",
                user,
                "COMPUTILITY_DATABASE_PASSWORD",
                password,
                "COMPUTILITY_BATCH_HOST",
                asadmin(parts.group("host")),
                "COMPUTILITY_BATCH_PORT",
                port == null ? STANDARD_PORT : port,
                "COMPUTILITY_BATCH_DATABASE",
                asadmin(parts.group("name")),
                "COMPUTILITY_BATCH_USER",
                asadmin(user),
                "COMPUTILITY_BATCH_PASSWORD",
                asadmin(password));
    }

    /**
     * Payara puts the variables into the command before it parses the command, so the command's separators are escaped.
     */
    private static String asadmin(String value) {
        return value.replaceAll("([\\\\:=])", "\\\\$1");
    }
}
