package org.computility.connector.jobs.protocol.kubernetes.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobRuntimeAddress;

/**
 * {@code kubernetes:https://host:port?namespace=jobs&ca=…&claim=work&folder=/shared&services=node&arch=arm64}.
 *
 * @param base of the API server, without a slash at its end
 * @param namespace of all that the platform makes
 * @param authority the certificate that signed the server's, PEM in Base64 as in a kubeconfig file; null: a public one
 * @param claim the name of a persistent claim in that namespace that many nodes may write; null: what jobs leave is lost
 * @param folder where the platform finds the claim's files; null where there is no claim
 * @param door how services are reached
 * @param architecture of the nodes that are meant, as Kubernetes calls it; null: of most of them
 * @param token who the platform is
 */
public record KubernetesAddress(
        URI base,
        String namespace,
        String authority,
        String claim,
        Path folder,
        Door door,
        String architecture,
        String token) {

    /** How the platform reaches the services of a cluster. */
    public enum Door {
        /** Not at all: the cluster runs none. */
        NONE,
        /** At a port that each node opens. */
        NODE,
        /** At an address inside the cluster's network, of which the platform is part. */
        CLUSTER
    }

    private static final Set<String> PARAMETERS = Set.of("namespace", "ca", "claim", "folder", "services", "arch");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");
    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    /** @throws RuntimeFailure REFUSED, with what is wrong */
    public static KubernetesAddress parse(JobRuntimeAddress address) throws RuntimeFailure {
        String token = address.password();
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw refused("password must be a token that the cluster knows", null);
        }
        try {
            URI inner = new URI(address.location().getRawSchemeSpecificPart());
            check(inner.getHost() != null && keepsSecrets(inner));
            check(inner.getRawUserInfo() == null && inner.getRawFragment() == null);
            Map<String, String> parameters = parameters(inner);
            check(PARAMETERS.containsAll(parameters.keySet()));
            String claim = parameters.get("claim");
            check((claim == null) == (parameters.get("folder") == null));
            return new KubernetesAddress(
                    base(inner),
                    label(parameters.getOrDefault("namespace", "default")),
                    authority(parameters.get("ca")),
                    claim == null ? null : label(claim),
                    claim == null ? null : folder(parameters.get("folder")),
                    door(parameters.getOrDefault("services", "none")),
                    parameters.containsKey("arch") ? label(parameters.get("arch")) : null,
                    token);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused(
                    "location must be kubernetes:https://host:port with namespace=, ca=, services=node or cluster, arch= and "
                            + "claim= with folder= where needed, not " + address.location(),
                    e);
        }
    }

    private static URI base(URI inner) throws URISyntaxException {
        String path = inner.getRawPath().replaceAll("/+$", "");
        return new URI(inner.getScheme() + "://" + inner.getRawAuthority() + path);
    }

    // Not decoded as a form is: in Base64 a plus sign is itself.
    private static Map<String, String> parameters(URI inner) {
        String query = inner.getQuery() == null ? "" : inner.getQuery();
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0], part -> part.length == 2 ? part[1] : "", KubernetesAddress::twice));
    }

    private static String twice(String one, String other) {
        throw new IllegalArgumentException("A parameter is given twice: " + one + ", " + other);
    }

    /** The token goes through no network that anybody could listen to. */
    private static boolean keepsSecrets(URI inner) {
        return "https".equals(inner.getScheme())
                || "http".equals(inner.getScheme())
                        && LOOPBACK.matcher(inner.getHost()).matches();
    }

    private static String label(String name) {
        check(LABEL.matcher(name).matches());
        return name;
    }

    private static Path folder(String given) {
        Path folder = Path.of(given).normalize();
        check(folder.isAbsolute() && folder.getNameCount() > 0);
        return folder;
    }

    private static Door door(String word) {
        return switch (word) {
            case "none" -> Door.NONE;
            case "node" -> Door.NODE;
            case "cluster" -> Door.CLUSTER;
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** Takes PEM and DER, in Base64 of either alphabet. */
    private static String authority(String given) {
        if (given == null) {
            return null;
        }
        byte[] bytes = Base64.getDecoder().decode(given.replace('-', '+').replace('_', '/'));
        String text = new String(bytes, StandardCharsets.US_ASCII);
        String pem = text.contains(PEM)
                ? text
                : PEM + "\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END CERTIFICATE-----\n";
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }

    private static RuntimeFailure refused(String message, Throwable cause) {
        return new RuntimeFailure(Reason.REFUSED, message, cause);
    }

    /** Whether the same client serves both. */
    public boolean isSameServer(KubernetesAddress other) {
        return base.equals(other.base) && Objects.equals(authority, other.authority) && token.equals(other.token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return namespace + "@" + base;
    }
}
