package org.computility.algopackage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A mapping of {@code algo.yaml}, read member by member; every complaint names the member by its path. */
final class Members {

    private final String path;
    private final Map<?, ?> values;

    Members(String path, Object value) throws InvalidPackageException {
        this.path = path;
        if (!(value instanceof Map<?, ?> map)) {
            throw new InvalidPackageException(path.isEmpty() ? "algo.yaml" : path, "a mapping is expected here");
        }
        this.values = map;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    InvalidPackageException invalid(String name, String why) {
        return new InvalidPackageException(path(name), path(name) + " " + why);
    }

    String text(String name, int longest) throws InvalidPackageException {
        String text = optionalText(name, longest);
        if (text == null || text.isBlank()) {
            throw invalid(name, "is missing");
        }
        return text;
    }

    String text(String name, int longest, Pattern form, String meaning) throws InvalidPackageException {
        String text = text(name, longest);
        if (!form.matcher(text).matches()) {
            throw invalid(name, meaning);
        }
        return text;
    }

    String oneOf(String name, Set<String> allowed) throws InvalidPackageException {
        String text = text(name, 256);
        if (!allowed.contains(text)) {
            throw invalid(name, "is one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return text;
    }

    /** Null when absent. Where YAML reads a number, the text that was written is taken. */
    String optionalText(String name, int longest) throws InvalidPackageException {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String) && !(value instanceof Written)) {
            throw invalid(name, "is a text");
        }
        String text = value instanceof Written written ? written.text() : value.toString();
        if (text.codePointCount(0, text.length()) > longest) {
            throw invalid(name, "has at most " + longest + " characters");
        }
        // Neither a database nor UTF-8 takes these characters.
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw invalid(name, "has characters that are none: NUL, or half of a surrogate pair");
        }
        return text;
    }

    String textOr(String name, int longest, String otherwise) throws InvalidPackageException {
        String text = optionalText(name, longest);
        return text == null ? otherwise : text;
    }

    boolean flag(String name, boolean otherwise) throws InvalidPackageException {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw invalid(name, "is true or false");
    }

    double number(String name, double least, double most, double otherwise) throws InvalidPackageException {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number) || !(number.doubleValue() >= least) || !(number.doubleValue() <= most)) {
            throw invalid(name, "is a number from " + least + " to " + most);
        }
        return number.doubleValue();
    }

    int integer(String name, int least, int most, int otherwise) throws InvalidPackageException {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Integer number) || number < least || number > most) {
            throw invalid(name, "is a whole number from " + least + " to " + most);
        }
        return number;
    }

    int integer(String name, int least, int most) throws InvalidPackageException {
        if (values.get(name) == null) {
            throw invalid(name, "is missing");
        }
        return integer(name, least, most, least);
    }

    Object plain(String name) throws InvalidPackageException {
        Object value = value(name);
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw invalid(name, "is a single value");
        }
        return value;
    }

    private Object value(String name) {
        return Written.value(values.get(name));
    }

    Members group(String name) throws InvalidPackageException {
        if (values.get(name) == null) {
            throw invalid(name, "is missing");
        }
        return new Members(path(name), values.get(name));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    List<Members> groups(String name, int most) throws InvalidPackageException {
        List<Members> groups = new ArrayList<>();
        for (Object each : list(name, most)) {
            groups.add(new Members(path(name) + "[" + groups.size() + "]", each));
        }
        return groups;
    }

    List<String> texts(String name, int most) throws InvalidPackageException {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name, most)) {
            if (!(each instanceof String text)) {
                throw new InvalidPackageException(path(name), path(name) + " is a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String name, int most) throws InvalidPackageException {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw invalid(name, "is a list");
        }
        if (list.size() > most) {
            throw invalid(name, "has at most " + most + " entries");
        }
        return list;
    }
}
