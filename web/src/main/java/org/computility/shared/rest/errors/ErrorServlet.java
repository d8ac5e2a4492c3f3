package org.computility.shared.rest.errors;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.computility.shared.BusinessFailure;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.rest.EdgeHeaders;
import org.computility.shared.rest.RequestId;
import org.computility.shared.rest.family.Failures;

/**
 * The error page of every status ({@code web.xml}): a page of the console below {@code /console}, elsewhere a refusal in the words of
 * the family that the path tells. Neither shows anything of the inside.
 */
@WebServlet(name = "error", urlPatterns = ErrorServlet.PATH, asyncSupported = true)
public class ErrorServlet extends HttpServlet {

    static final String PATH = "/error";

    private static final long serialVersionUID = 1L;

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int UNKNOWN = 404;
    private static final int FAILED = 500;
    private static final int UNAUTHENTICATED = 401;

    /** Answers with a filter's refusal, in place of everything that would follow. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, BusinessFailure failure)
            throws IOException {
        String path = request.getRequestURI();
        send(request, response, path, Failures.sent(failure, path, RequestId.ofOrGiven(request)));
    }

    /** The same for a failure that is nothing but its status. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        String path = request.getRequestURI();
        send(request, response, path, Failures.sent(status, path, RequestId.ofOrGiven(request)));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        send(request, response, path, refusal(request, path));
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String path, Failures.Sent refusal)
            throws IOException {
        EdgeHeaders.add(request, response);
        response.setHeader(RequestId.HEADER, RequestId.ofOrGiven(request));
        if (refusal.retryAfter() != null) {
            response.setHeader("Retry-After", refusal.retryAfter());
        }
        if (path.startsWith("/console")) {
            response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
            if (refusal.retryAfter() != null) {
                // Nobody has to come again by hand.
                response.setHeader("Refresh", refusal.retryAfter());
            }
            send(response, refusal.status(), "text/html;charset=UTF-8", ErrorText.in(request, refusal.status()));
        } else {
            send(response, refusal);
        }
    }

    private static void send(HttpServletResponse response, Failures.Sent refusal) throws IOException {
        if (refusal.status() == UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        send(response, refusal.status(), refusal.type(), JSON.toJson(refusal.body()));
    }

    private static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Failures.Sent refusal(HttpServletRequest request, String path) {
        String requestId = RequestId.ofOrGiven(request);
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown != null && Outage.isOne(thrown)
                ? Failures.sent(Outage.refusal(), path, requestId)
                : Failures.sent(status(request), path, requestId);
    }

    /** Whoever calls this servlet as if it were a resource finds nothing. */
    private static int status(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return UNKNOWN;
        }
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status == null || status < 400 ? FAILED : status;
    }

    private static String path(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? request.getServletPath() : path.toString();
    }
}
