package org.computility.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The generated password of the first administrator. A file that only its owner reads keeps the password until a server
 * has taken it and it was shown once; then it is forgotten.
 */
final class FirstPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;
    private static final int UNAUTHORIZED = 401;

    private final Path waiting;
    private final Path shown;

    FirstPassword(Path dataDir) {
        waiting = dataDir.resolve("first-password");
        shown = dataDir.resolve("first-password-shown");
    }

    /** The password to start the server with; empty once it was shown. */
    Optional<String> proposal() throws IOException {
        if (Files.exists(shown)) {
            return Optional.empty();
        }
        if (!Files.exists(waiting)) {
            Files.createDirectories(waiting.getParent());
            Files.createFile(
                    waiting, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(waiting, generated());
        }
        return Optional.of(Files.readString(waiting)).filter(text -> !text.isBlank());
    }

    /**
     * Shows the password if the running server took it, and forgets it. Forgets it, too, if the server has another: its
     * database already had an administrator. A server that answers neither yes nor no is asked again at the next start.
     */
    void show(URI baseUri, PrintStream out) throws IOException, InterruptedException {
        int status = tried(baseUri);
        if (status / 100 == 2) {
            out.println(
                    "First administrator: admin, password " + Files.readString(waiting) + " (shown only this once)");
            forget();
        } else if (status == UNAUTHORIZED) {
            forget();
        } else {
            out.println("Whether the generated password of the first administrator holds cannot be told now (HTTP "
                    + status + "); it waits in " + waiting + " and is tried again at the next start.");
        }
    }

    private int tried(URI baseUri) throws IOException, InterruptedException {
        HttpRequest login = HttpRequest.newBuilder(baseUri.resolve("platform/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"admin\",\"password\":\"" + Files.readString(waiting) + "\"}"))
                .build();
        return HttpClient.newHttpClient().send(login, BodyHandlers.discarding()).statusCode();
    }

    /** For good. */
    private void forget() throws IOException {
        if (!Files.exists(shown)) {
            Files.createFile(shown);
        }
        Files.deleteIfExists(waiting);
    }

    private static String generated() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
