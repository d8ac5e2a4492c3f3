package org.computility.identity.rest.bodies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.computility.shared.rest.errors.ErrorServlet;

/**
 * Files hold a thread as long as they take: so many may be on their way at once, in and out, that the other threads are
 * left to everybody else. More are told to come again (503). It is mapped in {@code web.xml}.
 */
public class FileFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int MOST_UPLOADS = 24;
    private static final int MOST_DOWNLOADS = 48;

    private final transient Semaphore uploads = new Semaphore(MOST_UPLOADS);
    private final transient Semaphore downloads = new Semaphore(MOST_DOWNLOADS);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (BodyFilter.hasParts(request)) {
            within(uploads, request, response, chain);
        } else if (path(request).startsWith("/platform/v1/packages/")) {
            within(downloads, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }

    private static void within(
            Semaphore room, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!room.tryAcquire()) {
            ErrorServlet.refuse(request, response, BodyFault.busy());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }
}
