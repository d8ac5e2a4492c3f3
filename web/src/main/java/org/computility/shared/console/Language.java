package org.computility.shared.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The languages of the console. The browser's wish holds until a person chooses; the choice is kept in a cookie, so that it
 * outlives the session.
 */
public final class Language {

    /** The first language is for browsers that want neither. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** The parameter with which any page takes a choice. */
    public static final String PARAMETER = "language";

    private static final String COOKIE = "computility-language";

    private Language() {}

    /** What to speak in the answer to this request. */
    public static Locale of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(wish -> known(wish.getLanguage()).stream())
                        .findFirst())
                .orElse(ALL.get(0));
    }

    /** Keeps a choice for a year; another language than ours is ignored. */
    public static void choose(String language, HttpServletResponse response) {
        known(language).ifPresent(locale -> {
            Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
            cookie.setPath("/console");
            cookie.setHttpOnly(true);
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            response.addCookie(cookie);
        });
    }

    /** A link to the page that has this query, with the choice of a language. */
    static String link(String query, Locale language) {
        String others = without(query);
        return "?" + (others.isEmpty() ? "" : others + "&") + PARAMETER + "=" + language.getLanguage();
    }

    /** A query without the choice of a language; empty for none. */
    public static String without(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(PARAMETER + "="))
                        .collect(Collectors.joining("&"));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> known(cookie.getValue()).stream())
                        .findFirst();
    }

    private static Optional<Locale> known(String language) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }
}
