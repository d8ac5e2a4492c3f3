package org.computility.connector.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/**
 * Where the requests to a runtime go.
 *
 * @param base to which paths are appended
 * @param headers what makes the platform known; never logged
 * @param name of the runtime, for complaints
 */
public record Target(URI base, Map<String, String> headers, String name) {

    /** A request with the headers, without method and time-out. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }

    @Override
    public String toString() {
        return name;
    }
}
