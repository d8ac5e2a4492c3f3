package org.computility.centers.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The kinds of job runtimes, and what the location of each says. */
enum CenterKind {
    /** Programs of the platform's own machine. */
    PROCESS(Set.of()) {
        @Override
        void checkPlace(String place) {
            if (!isFolder(place)) {
                throw invalid("{member} is process: and the absolute path of a folder, such as "
                        + "process:/var/lib/computility/jobs.");
            }
        }

        @Override
        void checkCredentials(String username, String password) {
            if (username != null || password != null) {
                throw new Rejected(
                        "member-invalid",
                        new Member(username == null ? "password" : "username"),
                        "A center of the kind process has no {member}.");
            }
        }

        @Override
        boolean isCalled() {
            return false;
        }

        @Override
        boolean usesOurFiles(String location) {
            return true;
        }

        @Override
        boolean runsServices(String location) {
            return true;
        }

        @Override
        void checkImage(String location) {
            checkRoot(location);
        }
    },
    /** Slurm, through slurmrestd. */
    SLURM(Set.of("folder", "partition", "lag")) {
        @Override
        void checkPlace(String place) {
            super.checkPlace(place);
            if (pairs(place).noneMatch(pair -> pair[0].equals("folder") && isFolder(pair[1]))) {
                throw invalid("{member} has the parameter folder, the absolute path of a folder.");
            }
        }

        @Override
        boolean usesOurFiles(String location) {
            return true;
        }

        @Override
        void checkCredentials(String username, String password) {
            require("username", username);
            require("password", password);
            try {
                if (Base64.getDecoder().decode(password).length >= SHORTEST_KEY) {
                    return;
                }
            } catch (IllegalArgumentException e) {
                // As if it were too short.
            }
            throw new Rejected(
                    "member-invalid",
                    PASSWORD,
                    "{member} is the key of Slurm's tokens in Base64, at least " + SHORTEST_KEY + " bytes of it.");
        }

        @Override
        void checkImage(String location) {
            checkRoot(location);
        }
    },
    /** Kubernetes, through its API server. */
    KUBERNETES(Set.of("namespace", "ca", "claim", "folder", "services", "arch")) {
        @Override
        void checkPlace(String place) {
            super.checkPlace(place);
            if (!place.startsWith("https:") && !LOOPBACK.matcher(place).matches()) {
                throw invalid("{member} has an https URL: over http a token would be seen on its way.");
            }
            Map<String, String> given = pairs(place).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            if (given.containsKey("claim") != given.containsKey("folder")) {
                throw invalid("{member} has both claim and folder, or neither.");
            }
            if (given.containsKey("folder") && !isFolder(given.get("folder"))) {
                throw invalid("The parameter folder of {member} is the absolute path of a folder.");
            }
            if (!Stream.of("namespace", "claim", "arch")
                    .allMatch(name -> isName(given.getOrDefault(name, "default")))) {
                throw invalid("The parameters namespace, claim and arch of {member} are names in Kubernetes.");
            }
            if (!Set.of("node", "cluster").contains(given.getOrDefault("services", "node"))) {
                throw invalid("The parameter services of {member} is node or cluster.");
            }
            if (!isBase64(given.getOrDefault("ca", ""))) {
                throw invalid("The parameter ca of {member} is a certificate in Base64.");
            }
        }

        @Override
        boolean usesOurFiles(String location) {
            return pairs(url(location)).anyMatch(pair -> pair[0].equals("folder"));
        }

        @Override
        boolean runsServices(String location) {
            return pairs(url(location)).anyMatch(pair -> pair[0].equals("services"));
        }

        @Override
        void checkCredentials(String username, String password) {
            require("password", password);
        }

        @Override
        void checkImage(String location) {
            if (!location.matches("[A-Za-z0-9][A-Za-z0-9._:/@-]*")) {
                throw invalid("{member} is a container image, such as registry.example.org/train:1.2.");
            }
        }
    };

    private static final Member LOCATION = new Member("location");
    private static final Member PASSWORD = new Member("password");
    private static final int SHORTEST_KEY = 16;
    private static final Pattern LOOPBACK = Pattern.compile("http://(localhost|127(\\.\\d{1,3}){3}|\\[::1])([:/?].*)?");

    private final Set<String> parameters;

    CenterKind(Set<String> parameters) {
        this.parameters = parameters;
    }

    /** The kind of a location whose form is right. */
    static CenterKind of(String location) {
        URI uri = uri(location);
        for (CenterKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(uri.getScheme()) && uri.getFragment() == null) {
                kind.checkPlace(uri.getSchemeSpecificPart());
                return kind;
            }
        }
        throw invalid("{member} begins with process:, slurm: or kubernetes: and has no fragment.");
    }

    /** The URL in the location of a kind that is called over HTTP. */
    static String url(String location) {
        return uri(location).getRawSchemeSpecificPart();
    }

    abstract void checkCredentials(String username, String password);

    /** Refuses what cannot be an image of this kind. */
    abstract void checkImage(String location);

    /** Whether it is called over HTTP. */
    boolean isCalled() {
        return true;
    }

    /** Whether a center at that location keeps files where the platform itself runs. */
    boolean usesOurFiles(String location) {
        return false;
    }

    /** Whether the platform reaches services at a center of that location. */
    boolean runsServices(String location) {
        return false;
    }

    void checkPlace(String place) {
        if (!place.matches("https?://.+")) {
            throw invalid("{member} has an http or https URL behind its kind.");
        }
        if (!pairs(place).allMatch(pair -> pair.length == 2 && parameters.contains(pair[0]))) {
            throw invalid("The parameters of {member} are among "
                    + parameters.stream().sorted().toList() + ", each with a value.");
        }
        List<String> names = pairs(place).map(pair -> pair[0]).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw invalid("Each parameter of {member} is given once.");
        }
    }

    /** The parameters of a place, each with its value. */
    static Stream<String[]> pairs(String place) {
        String query = uri(place).getQuery();
        return query == null ? Stream.empty() : Stream.of(query.split("&")).map(pair -> pair.split("=", 2));
    }

    private static boolean isName(String name) {
        return name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFolder(String path) {
        return path.matches("/[^/?#][^?#]*") && !(path + "/").contains("/../");
    }

    private static void checkRoot(String location) {
        if (!isFolder(location)) {
            throw invalid("{member} is the absolute path of a root folder.");
        }
    }

    static URI uri(String location) {
        try {
            return new URI(location);
        } catch (URISyntaxException e) {
            throw invalid("{member} is not a URI.");
        }
    }

    private static void require(String member, String value) {
        if (value == null || value.isEmpty()) {
            throw new Rejected("member-missing", new Member(member), "{member} is missing.");
        }
    }

    private static Rejected invalid(String message) {
        return new Rejected("member-invalid", LOCATION, message);
    }
}
