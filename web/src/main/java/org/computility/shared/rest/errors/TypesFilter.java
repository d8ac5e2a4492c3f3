package org.computility.shared.rest.errors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses headers that should name media types and name none, such as {@code Content-Type: a/b/c}, or parts without a boundary: 415, or 406 for {@code Accept}. JAX-RS
 * implementations fail over them before anything of ours is asked. It is mapped in {@code web.xml}.
 */
public class TypesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETERS = "(\\s*;\\s*(" + TOKEN + "=(" + TOKEN + "|\"[^\"]+\"))?)*";
    private static final Pattern TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + PARAMETERS + "\\s*");

    private static final Pattern MULTIPART = Pattern.compile("\\s*multipart/.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY = Pattern.compile(".*;\\s*boundary=.*", Pattern.CASE_INSENSITIVE);

    /** {@code *} alone stands in what Java's own client sends. */
    private static final Pattern RANGE =
            Pattern.compile("\\s*((" + TOKEN + "/" + TOKEN + "|\\*)" + PARAMETERS + ")?\\s*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getHeader("Content-Type");
        if (type != null && !isType(type)) {
            ErrorServlet.refuse(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!areRanges(Collections.list(request.getHeaders("Accept")))) {
            ErrorServlet.refuse(request, response, HttpServletResponse.SC_NOT_ACCEPTABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isType(String header) {
        return header.isBlank()
                || (TYPE.matcher(header).matches()
                        && (!MULTIPART.matcher(header).matches()
                                || BOUNDARY.matcher(header).matches()));
    }

    static boolean areRanges(List<String> headers) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .allMatch(range -> RANGE.matcher(range).matches());
    }
}
