package org.computility.shared.console.live;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.shared.console.Language;
import org.computility.shared.console.Texts;

/**
 * The stream of news for one open page: {@code /console/live?runs=7,9&nodes=}, topics and the keys of the rows that the page
 * shows. The servlet's thread is free at once. A page whose session has ended is told so.
 */
@WebServlet(name = "live", urlPatterns = "/console/live", asyncSupported = true)
public class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** No page shows more rows of one topic. */
    private static final int MOST = 500;

    @Inject
    private transient Watchers watchers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        // Proxies that collect an answer before they pass it on are asked not to.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer) {
            open(new Watcher(viewer, Texts.in(Language.of(request)), shown(request)), request);
        } else {
            response.getWriter().write("event: ended\ndata: {}\n\n");
        }
    }

    private void open(Watcher watcher, HttpServletRequest request) throws IOException {
        EventStream stream = EventStream.open(request, () -> watchers.remove(watcher));
        watchers.add(watcher, stream);
        stream.keepAlive();
        if (stream.hasEnded()) {
            // The stream ended before it was among the open ones, and nobody would take it out.
            watchers.remove(watcher);
        }
    }

    private static Map<String, Set<String>> shown(HttpServletRequest request) {
        Map<String, Set<String>> shown = new HashMap<>();
        request.getParameterMap()
                .forEach((topic, values) -> shown.put(
                        topic,
                        Arrays.stream(values)
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .filter(key -> !key.isEmpty())
                                .limit(MOST)
                                .collect(Collectors.toSet())));
        return shown;
    }
}
