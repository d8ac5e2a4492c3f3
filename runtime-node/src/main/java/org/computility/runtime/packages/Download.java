package org.computility.runtime.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.computility.runtime.http.PatientHttp;

/**
 * One file fetched over HTTP into a part file that a later attempt goes on with.
 *
 * @param size bytes it has, as the platform says
 * @param md5 32 hexadecimal digits
 * @param http gives up after a silence; the whole may take as long as it takes
 */
record Download(URI url, long size, String md5, Path part, PatientHttp http) {

    /** The bytes came but are not the promised ones; another try is of no use. */
    static final class Spoiled extends IOException {
        private static final long serialVersionUID = 1L;

        Spoiled(String message) {
            super(message);
        }
    }

    /** Fetches the missing bytes and checks the whole; reports progress now and then. */
    void run(DoubleConsumer progress) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > size) {
            Files.delete(part);
            have = 0;
        }
        try {
            complete(have, progress);
        } catch (Spoiled e) {
            if (have == 0) {
                throw e;
            }
            // The bytes that an earlier attempt left may belong to an earlier file.
            Files.deleteIfExists(part);
            complete(0, progress);
        }
    }

    private void complete(long have, DoubleConsumer progress) throws IOException, InterruptedException {
        if (have < size) {
            fetch(have, progress);
        }
        check();
    }

    private void fetch(long have, DoubleConsumer progress) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = http.open(request);
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status != 200 && status != 206) {
                String why = "the download was answered with HTTP status " + status;
                throw status >= 400 && status < 500 && status != 429 ? new Spoiled(why) : new IOException(why);
            }
            copy(body, status == 206 ? have : 0, progress);
        }
    }

    private void copy(InputStream body, long have, DoubleConsumer progress) throws IOException {
        StandardOpenOption mode = have > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            byte[] buffer = new byte[1 << 16];
            long done = have;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                done += n;
                if (done > size) {
                    throw new Spoiled("more than the " + size + " bytes announced came");
                }
                out.write(buffer, 0, n);
                progress.accept((double) done / size);
            }
            if (done < size) {
                throw new IOException("the download broke off after " + done + " of " + size + " bytes");
            }
        }
    }

    private void check() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (InputStream in = Files.newInputStream(part)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(md5.toLowerCase(Locale.ROOT))) {
            Files.delete(part);
            throw new Spoiled("the file's MD5 is " + found + ", not " + md5);
        }
    }
}
