package org.computility.connector.jobs.protocol.kubernetes.access;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * A log as bytes. The client's own call for logs waits until a pod is ready, which a pod that has failed never is.
 */
public record LogAnswer<T>(HttpClient http, URI uri, Function<InputStream, T> reading) {

    /** Not begun (400), gone (404), or its node does not answer for it any more. */
    private static final Set<Integer> NONE = Set.of(400, 404);

    public Optional<T> read() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = send();
        try (InputStream body = answer.body()) {
            if (answer.isSuccessful()) {
                return Optional.of(reading.apply(body));
            }
        }
        if (NONE.contains(answer.code())) {
            return Optional.empty();
        }
        throw new KubernetesClientException("the log is not given", answer.code(), null);
    }

    private HttpResponse<InputStream> send() throws IOException, InterruptedException {
        try {
            return http.sendAsync(http.newHttpRequestBuilder().uri(uri).build(), InputStream.class)
                    .get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
