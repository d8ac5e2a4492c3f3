package org.computility.identity.rest.bodies;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a body that is an HTML form. */
final class FormFields {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private FormFields() {}

    static boolean isForm(String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /** The parameters of the query, then those of the body. A field that cannot be decoded is taken as it is written. */
    static Map<String, String[]> added(Map<String, String[]> query, byte[] body) {
        Map<String, String[]> all = new LinkedHashMap<>(query);
        for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = field.indexOf('=');
            String name = decoded(equals < 0 ? field : field.substring(0, equals));
            String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
            if (!name.isEmpty()) {
                all.merge(name, new String[] {value}, FormFields::joined);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String[] joined(String[] first, String[] second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }
}
