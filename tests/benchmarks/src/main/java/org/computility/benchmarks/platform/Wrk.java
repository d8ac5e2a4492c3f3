package org.computility.benchmarks.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, which must be installed: 32 connections in one thread, each request made by a script in Lua. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private final Path script;

    Wrk(Path script) {
        this.script = script;
    }

    /** Loads the URL for so long; requests a second. Throws when an answer was not 2xx or 3xx, or failed to come. */
    double rate(String url, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk", "-t1", "-c32", "-d" + seconds + "s", "--timeout", "10s", "-s", script.toString(), url)
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        Matcher rate = RATE.matcher(report);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(report);
        }
        Matcher refused = REFUSED.matcher(report);
        if (refused.find()) {
            throw new IllegalStateException(url + " did not answer well: " + refused.group());
        }
        return Double.parseDouble(rate.group(1));
    }
}
