package org.computility.system;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A {@code multipart/form-data} body as a stranger writes it. */
public final class Multipart {

    private static final String BOUNDARY = "b7d1c0ffee";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart text(String name, String value) {
        return part("name=\"" + name + "\"", "text/plain", value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"package.tar\"", "application/x-tar", content);
    }

    public Answer post(Visitor visitor, String path) {
        return visitor.send(request(visitor, path).build());
    }

    /** The POST, for who adds a header. */
    public HttpRequest.Builder request(Visitor visitor, String path) {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Multipart part(String disposition, String type, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
