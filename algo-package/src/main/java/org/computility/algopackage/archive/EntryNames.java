package org.computility.algopackage.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computility.algopackage.InvalidPackageException;

/** The names in one archive: each is a plain relative path, and none comes twice. */
final class EntryNames {

    private static final int DEEPEST = 16;
    /** Bytes, as file systems have it. */
    private static final int LONGEST = 255;

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** The name without {@code ./}; folders may repeat. */
    String accept(String raw, boolean folder) throws InvalidPackageException {
        if (raw.startsWith("/") || raw.indexOf('\\') >= 0 || raw.matches("(?s)[A-Za-z]:.*")) {
            throw new InvalidPackageException(raw, "the entry " + raw + " has an absolute or foreign path");
        }
        if (raw.length() > 255 || raw.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidPackageException("archive", "an entry's name is too long or has control characters");
        }
        String name = String.join("/", parts(raw));
        if (!folder && (name.isEmpty() || !files.add(name))) {
            throw new InvalidPackageException(raw, "the entry " + raw + " has no name of its own");
        }
        keepFoldersApart(raw, name, folder);
        return name;
    }

    private static List<String> parts(String raw) throws InvalidPackageException {
        List<String> parts = new ArrayList<>();
        for (String part : raw.split("/")) {
            if (part.equals("..")) {
                throw new InvalidPackageException(raw, "the entry " + raw + " leaves the package");
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                throw new InvalidPackageException("archive", "an entry's name is too long for a file");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.size() > DEEPEST) {
            throw new InvalidPackageException(raw, "the entry " + raw + " is nested too deeply");
        }
        return parts;
    }

    /** A file's name cannot be a folder's as well: such an archive could be read but never unpacked. */
    private void keepFoldersApart(String raw, String name, boolean folder) throws InvalidPackageException {
        String path = folder ? name : above(name);
        while (!path.isEmpty()) {
            folders.add(path);
            if (files.contains(path)) {
                throw new InvalidPackageException(raw, "the entry " + raw + " makes a folder of a file");
            }
            path = above(path);
        }
        if (!folder && folders.contains(name)) {
            throw new InvalidPackageException(raw, "the entry " + raw + " makes a file of a folder");
        }
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    boolean contains(String name) {
        return files.contains(name);
    }
}
