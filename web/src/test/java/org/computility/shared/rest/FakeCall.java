package org.computility.shared.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

/** One call and its answer, as much of them as filters ask for. */
public final class FakeCall {

    private final Map<String, Object> properties = new HashMap<>();
    private final MultivaluedMap<String, String> pathParameters = new MultivaluedHashMap<>();
    private final MultivaluedMap<String, String> queryParameters = new MultivaluedHashMap<>();
    private final String method;
    private final String path;
    private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    private byte[] body = {};
    private InputStream handedOn;
    private Principal caller;

    public FakeCall(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public FakeCall inPath(String name, String value) {
        pathParameters.putSingle(name, value);
        return this;
    }

    public FakeCall inQuery(String name, String value) {
        queryParameters.putSingle(name, value);
        return this;
    }

    public FakeCall header(String name, String value) {
        headers.putSingle(name, value);
        return this;
    }

    public FakeCall by(Principal somebody) {
        caller = somebody;
        return this;
    }

    public FakeCall sent(byte[] bytes) {
        body = bytes;
        return this;
    }

    /** The body that a filter has handed on, in UTF-8. */
    public String handedOn() throws IOException {
        return new String(handedOn.readAllBytes(), StandardCharsets.UTF_8);
    }

    public FakeCall body(JsonObject body) {
        properties.put("org.computility.shape.body", body);
        return this;
    }

    public ContainerRequestContext request() {
        SecurityContext security = fake(SecurityContext.class, (proxy, asked, arguments) -> caller);
        UriInfo uri = fake(UriInfo.class, (proxy, asked, arguments) -> switch (asked.getName()) {
            case "getPath" -> path;
            case "getRequestUri" -> URI.create("http://192.0.2.1/" + path);
            case "getPathParameters" -> pathParameters;
            case "getQueryParameters" -> queryParameters;
            default -> throw new UnsupportedOperationException(asked.getName());
        });
        return fake(ContainerRequestContext.class, (proxy, asked, arguments) -> switch (asked.getName()) {
            case "getMethod" -> method;
            case "getMediaType" -> MediaType.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE));
            case "getHeaderString" -> headers.getFirst((String) arguments[0]);
            case "getHeaders" -> headers;
            case "getEntityStream" -> new ByteArrayInputStream(body);
            case "setEntityStream" -> handedOn = (InputStream) arguments[0];
            case "getProperty" -> properties.get((String) arguments[0]);
            case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
            case "getSecurityContext" -> security;
            case "getUriInfo" -> uri;
            default -> throw new UnsupportedOperationException(asked.getName());
        });
    }

    public static ContainerResponseContext answer(int status, Object entity, Map<String, Object> headers) {
        MultivaluedMap<String, Object> sent = new MultivaluedHashMap<>();
        headers.forEach(sent::putSingle);
        return fake(ContainerResponseContext.class, (proxy, asked, arguments) -> switch (asked.getName()) {
            case "getStatus" -> status;
            case "getStatusInfo" -> Response.Status.fromStatusCode(status);
            case "getEntity" -> entity;
            case "hasEntity" -> entity != null;
            case "getHeaders" -> sent;
            default -> throw new UnsupportedOperationException(asked.getName());
        });
    }

    public static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
