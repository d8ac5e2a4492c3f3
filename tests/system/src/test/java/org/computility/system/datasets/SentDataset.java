package org.computility.system.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** T/AI 123.8 table A.28 as a stranger sends it, with a file on disk of any size. */
public final class SentDataset {

    private static final String BOUNDARY = "5ee7d474";

    private SentDataset() {}

    /** Uploads the file as it is; the data set's ID. */
    public static String upload(Visitor visitor, String title, Path file) throws IOException {
        return send(visitor, title, file, digest("MD5", file), Long.toString(Files.size(file)))
                .data()
                .getString("id");
    }

    /** The same; the jobs of every organisation may read it, and everybody finds it. */
    static Answer publish(Visitor visitor, String title, Path file) throws IOException {
        return send(visitor, text("public", "true"), title, file, digest("MD5", file), Long.toString(Files.size(file)));
    }

    /** Uploads the file, and says this of it. */
    static Answer send(Visitor visitor, String title, Path file, String md5, String size) throws IOException {
        return send(visitor, "", title, file, md5, size);
    }

    private static Answer send(Visitor visitor, String more, String title, Path file, String md5, String size)
            throws IOException {
        String head = more + text("title", title) + text("md5", md5) + text("size", size) + text("desc", "What moved")
                + text("labels", "water, motion") + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return visitor.send(visitor.request("datasets/upload")
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build());
    }

    /** In lower-case hexadecimal. */
    public static String digest(String algorithm, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
                + value + "\r\n";
    }
}
