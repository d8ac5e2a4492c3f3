package org.computility.connector.jobs.protocol.kubernetes.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.computility.connector.http.RuntimeHttp;

/**
 * The clients of the clusters that were called last. A client costs one thread; one that is dropped ends its calls and is
 * collected.
 */
public final class Clients {

    private static final int MOST = 200;
    private static final int CONNECT_MILLIS = 3_000;

    /** To the head of an answer. */
    private static final int REQUEST_MILLIS = 20_000;

    private static final Map<Key, KubernetesClient> KEPT = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, KubernetesClient> eldest) {
            return size() > MOST;
        }
    };

    private Clients() {}

    private record Key(ExecutorService threads, KubernetesAddress address) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && threads == key.threads && address.isSameServer(key.address);
        }

        @Override
        public int hashCode() {
            return address.base().hashCode();
        }
    }

    /** The client of that cluster. It asks nobody before the first call. */
    public static KubernetesClient of(KubernetesAddress address, RuntimeHttp http) {
        synchronized (KEPT) {
            return KEPT.computeIfAbsent(new Key(http.executor(), address), key -> make(key.address(), key.threads()));
        }
    }

    private static KubernetesClient make(KubernetesAddress address, ExecutorService threads) {
        // Nothing of the machine's own: neither its kubeconfig nor the account of a pod.
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(address.base() + "/")
                .withNamespace(address.namespace())
                .withOauthToken(address.token())
                .withCaCertData(address.authority())
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(REQUEST_MILLIS)
                // Whoever called decides whether to call again.
                .withRequestRetryBackoffLimit(0)
                .withHttp2Disable(true)
                .withUserAgent("computility")
                .build();
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new Sockets(threads))
                .withHttpClientBuilderConsumer(
                        builder -> builder.addOrReplaceInterceptor("most-bytes", new LimitedAnswers()))
                // No search through class loaders, which are the server's.
                .withKubernetesSerialization(new KubernetesSerialization(new ObjectMapper(), false))
                .withTaskExecutor(threads)
                .build();
    }

    /** The JDK's client with the adapter's threads. */
    private static final class Sockets extends JdkHttpClientFactory {

        private final ExecutorService threads;

        Sockets(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        protected void additionalConfig(HttpClient.Builder builder) {
            // A redirection would carry the token to whomever the server names.
            builder.executor(threads).followRedirects(HttpClient.Redirect.NEVER);
        }
    }

    /** Lets no answer fill the platform's memory. */
    private static final class LimitedAnswers implements Interceptor {

        /** A list of 20,000 pods has some 120 MB. */
        private static final long MOST_BYTES = 256L << 20;

        @Override
        public AsyncBody.Consumer<List<ByteBuffer>> consumer(
                AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
            return new AsyncBody.Consumer<>() {

                private long bytes;

                @Override
                public void consume(List<ByteBuffer> value, AsyncBody body) throws Exception {
                    bytes += value.stream().mapToLong(ByteBuffer::remaining).sum();
                    if (bytes > MOST_BYTES) {
                        throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
                    }
                    consumer.consume(value, body);
                }

                @Override
                public <U> U unwrap(Class<U> target) {
                    return consumer.unwrap(target);
                }
            };
        }
    }
}
