package org.computility.algorithms.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.computility.algorithms.archives.PackageImport;
import org.computility.audit.AuditNote;
import org.computility.shared.Rejected;

/** The parts of table A.1: {@code File} or {@code Url}, and {@code MD5}. */
final class PackageForm {

    private static final int LONGEST_URL = 256;
    private static final int LONGEST_MD5 = 32;
    private static final int LONGEST_TEXT = 4096;

    private final List<EntityPart> parts;

    PackageForm(List<EntityPart> parts) {
        this.parts = parts;
    }

    void importWith(PackageImport imports, AuditNote audit) throws IOException {
        String md5 = text("MD5");
        Optional<EntityPart> file = part("File");
        String url = text("Url");
        if (file.isPresent() && url != null) {
            throw new Rejected("member-invalid", "Url", "Send either File or Url, not both.");
        }
        if (file.isEmpty()) {
            importUrl(imports, audit, url, md5);
            return;
        }
        required("MD5", md5, LONGEST_MD5);
        try (InputStream content = file.get().getContent()) {
            note(audit, md5);
            audit.on("package " + imports.importFile(content, md5));
        }
    }

    static void importUrl(PackageImport imports, AuditNote audit, String url, String md5) {
        if (url == null || url.isEmpty()) {
            throw new Rejected("member-missing", "File", "File or Url is missing.");
        }
        required("Url", url, LONGEST_URL);
        required("MD5", md5, LONGEST_MD5);
        note(audit, md5);
        audit.on("package " + imports.importUrl(url, md5));
    }

    /** Until the archive has told its ID; the URL may carry a secret. */
    private static void note(AuditNote audit, String md5) {
        audit.on("package of MD5 " + md5);
    }

    private static void required(String member, String value, int longest) {
        if (value == null || value.isEmpty()) {
            throw new Rejected("member-missing", member, member + " is missing.");
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new Rejected("member-too-long", member, member + " has at most " + longest + " characters.");
        }
    }

    private Optional<EntityPart> part(String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    private String text(String name) throws IOException {
        Optional<EntityPart> found = part(name);
        if (found.isEmpty()) {
            return null;
        }
        try (InputStream content = found.get().getContent()) {
            return new String(content.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip();
        }
    }
}
