package org.computility.identity.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.computility.identity.CurrentCaller;
import org.computility.shared.console.ConsolePath;
import org.computility.shared.console.Language;
import org.computility.shared.console.live.Viewer;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.rest.errors.ErrorServlet;

/**
 * The console's door. Everything but the login page and the pages' resources needs a session whose token is still good;
 * without one, a person is sent to the login page. Guarded is the path that the container will serve, not what was typed.
 * While the database is away, every page is refused at once: it would wait for the database, and hold a thread. The filter
 * also keeps pages out of caches. It is mapped in {@code web.xml}, which can say the order of filters.
 */
public class ConsoleFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String LOGIN = "/console/login.xhtml";
    static final String LIVE = "/console/live";
    static final String HOME = "/console/operations/runs.xhtml";

    @Inject
    private transient ConsoleSessions sessions;

    @Inject
    private transient CurrentCaller caller;

    @Inject
    private transient DatabaseState database;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ConsolePath.of(request);
        if (!ConsolePath.isPlain(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.startsWith("/console/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (database.isAway()) {
            sendAway(request, response);
            return;
        }
        if (request.getMethod().equals("GET") && request.getParameter(Language.PARAMETER) != null) {
            Language.choose(request.getParameter(Language.PARAMETER), response);
            String others = Language.without(request.getQueryString());
            response.sendRedirect(others.isEmpty() ? path : path + "?" + others);
            return;
        }
        sessions.caller(request).ifPresent(caller::set);
        if (path.equals(LIVE)) {
            // Scripts follow no redirect of a stream: the stream itself tells that a session has ended.
            sessions.viewer(request)
                    .filter(viewer -> caller.isKnown())
                    .ifPresent(viewer -> request.setAttribute(Viewer.ATTRIBUTE, viewer));
            chain.doFilter(request, response);
        } else if (path.equals("/console") || path.equals("/console/") || path.equals("/console/index.xhtml")) {
            response.sendRedirect(HOME);
        } else if (caller.isKnown() || path.equals(LOGIN)) {
            chain.doFilter(request, response);
        } else {
            sendToLogin(request, response);
        }
    }

    /** A script asks for its whole page anew, which then says why. */
    private static void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isOfScript(request)) {
            redirectScript(response, ConsolePath.opened(request));
        } else {
            ErrorServlet.refuse(request, response, Outage.refusal());
        }
    }

    private static void sendToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isOfScript(request)) {
            redirectScript(response, LOGIN);
        } else {
            response.sendRedirect(LOGIN);
        }
    }

    private static boolean isOfScript(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** The script would follow a redirect by status, not the browser. */
    private static void redirectScript(HttpServletResponse response, String address) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                        + "\"/></partial-response>");
    }
}
