package org.computility.identity.rest.bodies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.rest.errors.ErrorServlet;

/**
 * Whatever is more than the buffers of a connection hold a thread as long as its caller takes: so many files, pages and
 * documents may be on their way at once, in and out, that the other threads are left to everybody else. More are told to
 * come again (503). It is mapped in {@code web.xml}.
 */
public class FileFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(FileFilter.class.getName());

    private static final int MOST_UPLOADS = 24;
    private static final int MOST_DOWNLOADS = 48;
    private static final int MOST_PICTURES = 24;
    private static final int MOST_DOCUMENTS = 36;
    private static final int MOST_PAGES = 36;

    private final transient Semaphore uploads = new Semaphore(MOST_UPLOADS);
    private final transient Semaphore downloads = new Semaphore(MOST_DOWNLOADS);
    private final transient Semaphore pictures = new Semaphore(MOST_PICTURES);
    private final transient Semaphore documents = new Semaphore(MOST_DOCUMENTS);
    private final transient Semaphore pages = new Semaphore(MOST_PAGES);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Semaphore> room = room(request);
        if (room.isPresent()) {
            within(room.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Semaphore> room(HttpServletRequest request) {
        String path = path(request);
        if (BodyFilter.hasParts(request)) {
            return Optional.of(uploads);
        }
        if (path.startsWith("/platform/v1/packages/")) {
            return Optional.of(downloads);
        }
        if (isPicture(path)) {
            return Optional.of(pictures);
        }
        if (path.startsWith("/console/jakarta.faces.resource/") || path.startsWith("/openapi")) {
            return Optional.of(documents);
        }
        return path.startsWith("/console/") ? Optional.of(pages) : Optional.empty();
    }

    /** Of a result: up to a megabyte, and a crop needs a link only. */
    private static boolean isPicture(String path) {
        return path.startsWith("/platform/v1/results/") && (path.endsWith("/crop") || path.endsWith("/image"));
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }

    private static void within(
            Semaphore room, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean taken = room.tryAcquire();
        try {
            if (taken) {
                chain.doFilter(request, response);
            } else {
                ErrorServlet.refuse(request, response, BodyFault.busy());
            }
        } catch (IOException | ServletException | RuntimeException e) {
            if (!LostCaller.isOne(e)) {
                throw e;
            }
            // A server would write a trace for each, and try to show an error page to nobody.
            LOG.log(Level.FINE, "A caller was lost.", e);
        } finally {
            if (taken) {
                room.release();
            }
        }
    }
}
