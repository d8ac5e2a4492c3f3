package org.computility.connector.jobs.protocol.slurm;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobRuntimeAddress;

/**
 * {@code slurm:http://host:port?folder=/shared&partition=train&lag=60}.
 *
 * @param base of the REST daemon, without a slash at its end
 * @param folder which the platform and all nodes of the partition find under this path, as the same user
 * @param partition null: the cluster's default
 * @param lag how long Slurm and the folder may take until everybody sees a change
 * @param user of Slurm and its REST daemon
 * @param key with which the cluster knows its tokens (HS256)
 */
record SlurmAddress(URI base, Path folder, String partition, Duration lag, String user, byte[] key) {

    private static final Set<String> PARAMETERS = Set.of("folder", "partition", "lag");
    private static final Pattern PARTITION = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int LEAST_KEY = 16;
    private static final int MOST_LAG = 3600;

    /** @throws RuntimeFailure REFUSED, with what is wrong */
    static SlurmAddress parse(JobRuntimeAddress address) throws RuntimeFailure {
        try {
            URI inner = new URI(address.location().getRawSchemeSpecificPart());
            check(Set.of("http", "https").contains(String.valueOf(inner.getScheme())) && inner.getHost() != null);
            check(inner.getRawUserInfo() == null && inner.getRawFragment() == null);
            Map<String, String> parameters = parameters(inner);
            check(PARAMETERS.containsAll(parameters.keySet()));
            Path folder = Path.of(parameters.getOrDefault("folder", "")).normalize();
            check(folder.isAbsolute() && folder.getNameCount() > 0);
            String partition = parameters.get("partition");
            check(partition == null || PARTITION.matcher(partition).matches());
            int lag = Integer.parseInt(parameters.getOrDefault("lag", "60"));
            check(lag >= 1 && lag <= MOST_LAG);
            String base = inner.getScheme() + "://" + inner.getRawAuthority()
                    + inner.getRawPath().replaceAll("/+$", "");
            return new SlurmAddress(
                    new URI(base), folder, partition, Duration.ofSeconds(lag), user(address), key(address));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused(
                    "location must be slurm:http://host:port?folder=/shared with partition= and lag= where needed, not "
                            + address.location(),
                    e);
        }
    }

    private static Map<String, String> parameters(URI inner) {
        String query = inner.getQuery() == null ? "" : inner.getQuery();
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part.length == 2 ? part[1] : ""));
    }

    private static String user(JobRuntimeAddress address) throws RuntimeFailure {
        String user = address.username();
        if (user == null || !user.matches("[a-z_][a-z0-9_.-]{0,63}")) {
            throw refused("username must be the name of a Slurm user", null);
        }
        return user;
    }

    private static byte[] key(JobRuntimeAddress address) throws RuntimeFailure {
        try {
            byte[] key = Base64.getDecoder().decode(String.valueOf(address.password()));
            if (key.length >= LEAST_KEY) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw refused("password must be the cluster's HS256 key in Base64", null);
        }
        throw refused("password must be the cluster's HS256 key in Base64, of at least " + LEAST_KEY + " bytes", null);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }

    private static RuntimeFailure refused(String message, Throwable cause) {
        return new RuntimeFailure(Reason.REFUSED, message, cause);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return user + "@" + base;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
