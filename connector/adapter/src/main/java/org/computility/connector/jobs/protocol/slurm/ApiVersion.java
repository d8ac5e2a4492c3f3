package org.computility.connector.jobs.protocol.slurm;

import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Slurm's REST interface.
 *
 * @param number the third of {@code v0.0.38}
 * @param slashes whether lists have paths that end in a slash
 */
record ApiVersion(int number, boolean slashes) {

    /** Dates and numbers are objects, states arrays, since the one after; environments are arrays, too. */
    private static final int LAST_PLAIN = 38;

    private static final int OLDEST = 37;

    /** The newest whose answers were seen: of those that a cluster offers, the best known counts, not the newest. */
    private static final int NEWEST_KNOWN = 43;

    private static final Pattern SUBMIT = Pattern.compile("/slurm/v0\\.0\\.(\\d{2,4})/job/submit/?");

    /**
     * The best of those that the cluster offers.
     *
     * @param openApi the cluster's own description of its interface
     * @throws IllegalArgumentException where there is none
     */
    static ApiVersion of(JsonObject openApi) {
        Set<String> paths = openApi.getJsonObject("paths").keySet();
        List<Integer> offered = paths.stream()
                .map(SUBMIT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .filter(number -> number >= OLDEST)
                .toList();
        int number = offered.stream()
                .filter(known -> known <= NEWEST_KNOWN)
                .max(Comparator.naturalOrder())
                .or(() -> offered.stream().min(Comparator.naturalOrder()))
                .orElseThrow(() -> new IllegalArgumentException("no version from v0.0." + OLDEST + " on"));
        return new ApiVersion(number, paths.contains("/slurm/v0.0." + number + "/jobs/"));
    }

    boolean isPlain() {
        return number <= LAST_PLAIN;
    }

    String list(String what) {
        return one(what) + (slashes ? "/" : "");
    }

    String one(String what) {
        return "/slurm/v0.0." + number + "/" + what;
    }
}
