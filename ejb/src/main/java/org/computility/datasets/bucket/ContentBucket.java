package org.computility.datasets.bucket;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Multipart;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An S3 bucket with contents, each an object named by its SHA-256. What the service refuses or does not answer is an IOException;
 * what it fails at for a moment is tried again.
 */
public final class ContentBucket {

    /** 10,000 parts are as many as S3 takes: 80 GiB. */
    private static final int PART = 8 << 20;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final long CONNECT_SECONDS = 10;
    private static final long READ_SECONDS = 60;
    private static final int ATTEMPTS = 4;

    private final BucketConfig config;
    private final Client client;

    public ContentBucket(BucketConfig config) {
        this.config = config;
        client = Client.s3()
                .region(config.region())
                .accessKey(config.accessKey())
                .secretKey(config.secretKey())
                .baseUrlFactory((service, region) -> config.baseUrl())
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .retryMaxAttempts(ATTEMPTS)
                .build();
    }

    /** Stores the file's bytes. Once more stores them anew, so that they are young again. */
    public void put(String name, Path file) throws IOException {
        if (Files.size(file) <= PART) {
            byte[] bytes = Files.readAllBytes(file);
            Response answer = response(
                    client.path(config.bucket(), name).method(HttpMethod.PUT).requestBody(bytes));
            require(answer.statusCode(), OK, name);
        } else {
            putInParts(name, file);
        }
    }

    /** The bytes of that name, to be closed by the caller; empty when there are none. */
    public Optional<InputStream> get(String name) throws IOException {
        try {
            ResponseInputStream answer = client.path(config.bucket(), name).responseInputStream();
            if (answer.statusCode() == OK) {
                return Optional.of(answer);
            }
            answer.close();
            if (answer.statusCode() != NOT_FOUND) {
                require(answer.statusCode(), OK, name);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    /** Deletes what has that name, if anything. */
    public void delete(String name) throws IOException {
        require(
                response(client.path(config.bucket(), name).method(HttpMethod.DELETE))
                        .statusCode(),
                NO_CONTENT,
                name);
    }

    /** When the object of that name was stored last; empty when there is none. */
    public Optional<Instant> storedAt(String name) throws IOException {
        Response answer = response(client.path(config.bucket(), name).method(HttpMethod.HEAD));
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        require(answer.statusCode(), OK, name);
        return Optional.of(answer.firstHeaderFullDate("Last-Modified")
                .orElseThrow(() -> new IOException("The bucket " + config + " tells no age of " + name + ".")));
    }

    /** Hands over the names of objects older than that instant, a page after the other. */
    public void olderThan(Instant instant, Names taker) throws IOException {
        String next = null;
        do {
            Request page = client.path(config.bucket()).query("list-type", "2");
            XmlElement list = listed(next == null ? page : page.query("continuation-token", next));
            List<String> names = new ArrayList<>();
            for (XmlElement object : list.childrenWithName("Contents")) {
                if (Instant.parse(object.content("LastModified")).isBefore(instant)) {
                    names.add(object.content("Key"));
                }
            }
            taker.take(names);
            next = list.childrenWithName("NextContinuationToken").stream()
                    .map(XmlElement::content)
                    .findFirst()
                    .orElse(null);
        } while (next != null);
    }

    /** Takes the names of a page: a thousand at most. */
    @FunctionalInterface
    public interface Names {

        void take(List<String> names) throws IOException;
    }

    /** Its address, for people. */
    @Override
    public String toString() {
        return config.toString();
    }

    private void putInParts(String name, Path file) throws IOException {
        try {
            Multipart.s3(client)
                    .bucket(config.bucket())
                    .key(name)
                    .executor(new CallersThread())
                    .partSize(PART)
                    .upload(file.toFile());
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    private XmlElement listed(Request page) throws IOException {
        Response answer = response(page);
        require(answer.statusCode(), OK, "the list");
        return XmlElement.parse(answer.contentUtf8());
    }

    private Response response(Request request) throws IOException {
        try {
            return request.response();
        } catch (RuntimeException e) {
            throw failed("it", e);
        }
    }

    private void require(int status, int expected, String what) throws IOException {
        if (status != expected) {
            throw new IOException("The bucket " + config + " answered " + status + " about " + what + ".");
        }
    }

    private IOException failed(String what, RuntimeException cause) {
        return new IOException("The bucket " + config + " does not answer about " + what + ".", cause);
    }
}
