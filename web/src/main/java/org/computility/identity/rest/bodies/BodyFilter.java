package org.computility.identity.rest.bodies;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.computility.identity.Caller;
import org.computility.identity.rest.ShownToken;
import org.computility.identity.tokens.KnownTokens;
import org.computility.shared.rest.errors.ErrorServlet;

/**
 * Has the whole body of a caller without a good token arrive before anything is asked to read it. A body that is not there at once is
 * read asynchronously, with little room and little time, so that a thousand slow strangers hold no thread; the request then goes on by a
 * dispatch. The bodies of others, and parts of a form (files: {@link FileFilter}), are read by the threads of their calls, so many at a
 * time. It is mapped in {@code web.xml}, for dispatches too.
 */
public class BodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final long EVERY_MS = 500;
    private static final List<String> TOKEN_HEADERS = List.of("X-Auth-Token", "token");

    @Inject
    transient KnownTokens tokens;

    @Inject
    transient Instance<RequestContextController> contexts;

    @Resource
    transient ManagedScheduledExecutorService timer;

    private final transient BodyMemory memory = BodyMemory.ofThisServer();
    private final transient ArrivingBodies arriving = new ArrivingBodies();
    private final transient HeldThreads held = HeldThreads.ofThisServer();
    private transient ScheduledFuture<?> looks;

    @Override
    public void init() {
        looks = timer.scheduleWithFixedDelay(arriving::check, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        looks.cancel(false);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
        } else if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (hasParts(request)) {
            byItsThread(request, response, chain);
        } else {
            begin(request, response, chain);
        }
    }

    /** Pages read their fields without asking whether the body is there; resources are refused by the body itself. */
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(BodyFault.class.getName()) instanceof BodyFault fault
                && request.getServletPath().startsWith("/console")) {
            ErrorServlet.refuse(request, response, fault.status());
        } else {
            inItsContext(request, response, chain);
        }
    }

    /** Payara activates no context of CDI for a request that goes on. */
    private void inItsContext(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContextController context = contexts.get();
        boolean activated = context.activate();
        try {
            chain.doFilter(request, response);
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (length > 0 && length <= request.getInputStream().available()) {
            chain.doFilter(new ArrivedRequest(request, request.getInputStream().readNBytes((int) length)), response);
        } else if (known(request).isPresent()) {
            byItsThread(request, response, chain);
        } else {
            ArrivingBody.await(request, response, memory, arriving, timer);
        }
    }

    private void byItsThread(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (ComingRequest coming = new ComingRequest(request, held, caller(request))) {
            chain.doFilter(coming, response);
        }
    }

    /** Whose bodies count together: those of an account at a node, however many tokens it has; of a stranger, those of an address. */
    private String caller(HttpServletRequest request) {
        return known(request)
                .map(caller -> caller.accountId() + "/" + caller.computeCode())
                .orElseGet(request::getRemoteAddr);
    }

    static boolean hasParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private Optional<Caller> known(HttpServletRequest request) {
        String token = ShownToken.of(TOKEN_HEADERS, request::getHeader);
        try {
            return token == null
                    ? Optional.empty()
                    : Optional.of(tokens.shown(token).caller());
        } catch (RuntimeException e) {
            // Refused, or the database is away: whoever comes later says so.
            return Optional.empty();
        }
    }
}
