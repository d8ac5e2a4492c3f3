package org.computility.shared.rest.family;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScope;
import org.computility.identity.Role;
import org.computility.identity.rest.TokenFilter;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.Unauthenticated;
import org.computility.shared.rest.JsonByDefault;
import org.computility.shared.rest.RequestId;
import org.computility.shared.rest.errors.MethodsFilter;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.WebappContext;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The edge's own filters and mapper around the sample resources, in Jersey and over HTTP; one token is good, and one key for reading. */
final class EdgeServer implements AutoCloseable {

    static final String TOKEN = "good-token";
    static final String READING_KEY = "cpk_reading-key";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server = new HttpServer();
    private final NetworkListener listener = new NetworkListener("edge", "127.0.0.1", 0);

    EdgeServer() throws IOException {
        NoSettings.use();
        server.addListener(listener);
        WebappContext context = new WebappContext("edge", "");
        Filter numbering = (request, response, chain) -> {
            RequestId.give((HttpServletRequest) request);
            chain.doFilter(request, response);
        };
        context.addFilter("numbering", numbering)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        context.addServlet("rest", new ServletContainer(edge())).addMapping("/*");
        context.deploy(server);
        server.start();
    }

    private static ResourceConfig edge() {
        ResourceConfig edge = new ResourceConfig()
                .register(FamilyFeature.class)
                .register(EnvelopeFilter.class)
                .property("jersey.config.server.wadl.disableWadl", true)
                .register(MethodsFilter.class)
                .register(FailureMapper.class)
                .register(TokenFilter.class)
                .register(JsonByDefault.class)
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(new Failures()).to(Failures.class);
                        bind(new OneToken()).to(KnownTokens.class);
                        bind(new CurrentCaller()).to(CurrentCaller.class);
                    }
                });
        SampleResources.all().forEach(edge::register);
        return edge;
    }

    /** A request with number {@code r-1} and, unless null, the token in that header. */
    HttpResponse<String> send(String method, String path, String body, String header, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + listener.getPort() + "/" + path))
                .header("X-Request-ID", "r-1")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header(header, token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** A request with the good token. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, "X-Auth-Token", TOKEN);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class OneToken extends KnownTokens {

        private static final Caller SOMEBODY =
                new Caller(UUID.randomUUID(), "somebody", UUID.randomUUID(), Set.of(Role.OPERATOR), null);

        @Override
        public IssuedToken shown(String token) {
            if (token.equals(READING_KEY)) {
                IssuedToken.Key key = new IssuedToken.Key(UUID.randomUUID(), Set.of(KeyScope.READ));
                return new IssuedToken(SOMEBODY, Instant.MAX, true, key);
            }
            if (!token.equals(TOKEN)) {
                throw new Unauthenticated("token-unknown", "This token was never issued or is revoked.");
            }
            return new IssuedToken(SOMEBODY, Instant.MAX, true);
        }
    }
}
