package org.computility.algopackage.archive;

import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import org.computility.algopackage.InvalidPackageException;

/** The names in one archive: each is a plain relative path, and none comes twice. */
final class EntryNames {

    private static final int DEEPEST = 16;
    private final Set<String> files = new HashSet<>();

    /** The name without {@code ./}; folders may repeat. */
    String accept(String raw, boolean folder) throws InvalidPackageException {
        if (raw.startsWith("/") || raw.indexOf('\\') >= 0 || raw.matches("(?s)[A-Za-z]:.*")) {
            throw new InvalidPackageException(raw, "the entry " + raw + " has an absolute or foreign path");
        }
        if (raw.length() > 255 || raw.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidPackageException("archive", "an entry's name is too long or has control characters");
        }
        StringJoiner name = new StringJoiner("/");
        int depth = 0;
        for (String part : raw.split("/")) {
            if (part.equals("..")) {
                throw new InvalidPackageException(raw, "the entry " + raw + " leaves the package");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                name.add(part);
                depth++;
            }
        }
        if (depth > DEEPEST) {
            throw new InvalidPackageException(raw, "the entry " + raw + " is nested too deeply");
        }
        if (!folder && (depth == 0 || !files.add(name.toString()))) {
            throw new InvalidPackageException(raw, "the entry " + raw + " has no name of its own");
        }
        return name.toString();
    }

    boolean contains(String name) {
        return files.contains(name);
    }
}
