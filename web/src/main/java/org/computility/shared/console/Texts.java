package org.computility.shared.console;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** All rooms' texts in one language, read once. A key belongs to one room only; pages know the texts as {@code msg}. */
public final class Texts {

    // Not in the language of the server's machine, which nobody asked for.
    private static final ResourceBundle.Control ASKED_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, Texts> KNOWN = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, String> all;

    private Texts(Locale locale) {
        this.locale = locale;
        Map<String, String> found = new HashMap<>();
        for (ConsoleRoom room : ConsoleRoom.ALL) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(room.bundle(), locale, Texts.class.getClassLoader(), ASKED_LANGUAGE_ONLY);
            bundle.keySet().forEach(key -> found.put(key, bundle.getString(key)));
        }
        all = Collections.unmodifiableMap(found);
    }

    /** In one of the languages of {@link Language#ALL}. */
    public static Texts in(Locale language) {
        return KNOWN.computeIfAbsent(language, Texts::new);
    }

    public Locale locale() {
        return locale;
    }

    /** By their keys. */
    public Map<String, String> all() {
        return all;
    }

    /** The text of a key; the key itself where there is none. */
    public String of(String key) {
        return of(key, key);
    }

    /** The text of a key, or the fallback where there is none. */
    public String of(String key, String fallback) {
        return all.getOrDefault(key, fallback);
    }

    /** The text of a key with values in the places {@code {0}}, {@code {1}}, … */
    public String format(String key, Object... values) {
        return new MessageFormat(of(key), locale).format(values);
    }
}
