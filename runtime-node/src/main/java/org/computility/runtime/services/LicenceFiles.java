package org.computility.runtime.services;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.computility.algopackage.Folders;
import org.computility.runtime.http.PatientHttp;

/**
 * The licence files of services (T/BAX 0006.5 clause 4.3.2): fetched when a service is loaded, kept as long as the
 * service is.
 *
 * <p>Their content is a matter between a package's provider and its program. This node runs graphs, and a graph has no
 * program to read a licence: the node checks only that there is a file.
 */
final class LicenceFiles {

    private static final Logger LOG = System.getLogger(LicenceFiles.class.getName());

    /** The file could not be had, and why. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        Missing(String why) {
            super("The licence file cannot be fetched: " + why);
        }
    }

    /** As many bytes as the platform takes for one (T/BAX 0006.5 table E.1). */
    private static final int LARGEST = 2 << 20;

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** Only the given address is asked: a redirect may lead to an address that nobody meant. */
    private final PatientHttp http = new PatientHttp(HttpClient.Redirect.NEVER, PATIENCE);

    private final Path folder;

    /** Empties the folder. */
    LicenceFiles(Path folder) throws IOException {
        Folders.delete(folder);
        this.folder = Files.createDirectories(folder);
    }

    /** Fetches the file of a service. An earlier file is replaced, but only by a whole one. */
    void fetch(String serviceId, URI url) throws Missing {
        try {
            Path part = folder.resolve(name(serviceId) + ".part");
            Files.write(part, download(url));
            Files.move(part, file(serviceId), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Missing(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing("the node is shutting down");
        }
    }

    private byte[] download(URI url) throws IOException, InterruptedException, Missing {
        HttpResponse<InputStream> response = http.open(HttpRequest.newBuilder(url));
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw new Missing("it was answered with HTTP status " + response.statusCode());
            }
            return read(body);
        }
    }

    private static byte[] read(InputStream body) throws IOException, Missing {
        long end = System.nanoTime() + LONGEST.toNanos();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            content.write(buffer, 0, n);
            if (content.size() > LARGEST || System.nanoTime() > end) {
                throw new Missing(content.size() > LARGEST ? "it has more than 2 MiB" : "it comes too slowly");
            }
        }
        if (content.size() == 0) {
            throw new Missing("it is empty");
        }
        return content.toByteArray();
    }

    /** The service is unloaded. */
    void forget(String serviceId) {
        try {
            Files.deleteIfExists(file(serviceId));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A licence file could not be removed", e);
        }
    }

    private Path file(String serviceId) {
        return folder.resolve(name(serviceId));
    }

    /** A service's ID may be any text; a file's name may not. */
    private static String name(String serviceId) {
        return UUID.nameUUIDFromBytes(serviceId.getBytes(StandardCharsets.UTF_8)) + ".licence";
    }
}
