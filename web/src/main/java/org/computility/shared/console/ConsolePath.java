package org.computility.shared.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Where a request to the console goes: the path that the container decoded and chose the servlet by, not the path that
 * was typed. Faces chooses its pages by the same path.
 */
public final class ConsolePath {

    private static final Pattern PLAIN = Pattern.compile("/console(/(?!\\.{1,2}(/|$))[^/\\\\;%\\p{Cntrl}]+)*/?");

    private ConsolePath() {}

    /** {@code /console/compute/nodes.xhtml}. */
    public static String of(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    /** Whether no program reads the path differently: without {@code ..}, parameters, escapes, and empty segments. */
    public static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    /**
     * The page's address with the parameters that the page was opened with: what a page sends goes to the address
     * without parameters.
     */
    public static String opened(HttpServletRequest request) {
        String page = of(request);
        String from = request.getHeader("Referer");
        int parameters = from == null ? -1 : from.indexOf(page + "?");
        return parameters < 0 ? page : from.substring(parameters);
    }
}
