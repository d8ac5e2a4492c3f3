package org.computility.shared.rest.files;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.Rejected;

/**
 * The parts of a {@code multipart/form-data} body, by name. Where several parts have one name, the first counts. Parts
 * that nobody asks for are left alone, like members of a JSON body that the contract does not know. Each part is read
 * once.
 */
public final class FormParts {

    /** The longest form of a code point in UTF-8. */
    private static final int MOST_BYTES = 4;

    /** White space around a text that is still read: it does not belong to the text. */
    private static final int MARGIN = 1024;

    private final Map<String, EntityPart> byName = new HashMap<>();

    public FormParts(List<EntityPart> parts) {
        parts.forEach(part -> byName.putIfAbsent(part.getName(), part));
    }

    /** Whether the form has a part of that name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * A part as text without white space around it; empty when the form has none of that name.
     *
     * @param longest how many code points it may have
     * @throws Rejected {@code member-too-long}, naming the part
     * @throws IOException when the body broke off
     */
    public Optional<String> text(String name, int longest) throws IOException {
        if (!has(name)) {
            return Optional.empty();
        }
        int most = longest * MOST_BYTES + MARGIN;
        try (InputStream content = byName.get(name).getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > most || text.codePointCount(0, text.length()) > longest) {
                throw new Rejected("member-too-long", name, name + " has at most " + longest + " characters.");
            }
            return Optional.of(text);
        }
    }

    /** What the sender calls the file of that part, without the folders it lies in; empty when the sender does not say. */
    public Optional<String> fileName(String name) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(EntityPart::getFileName)
                .map(path -> path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                        .strip())
                .filter(file -> !file.isEmpty());
    }

    /** A part as a stream, however large it is, to be closed by the caller; empty when the form has none of that name. */
    public Optional<InputStream> file(String name) {
        return Optional.ofNullable(byName.get(name)).map(EntityPart::getContent);
    }
}
