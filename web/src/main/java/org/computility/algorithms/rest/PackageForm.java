package org.computility.algorithms.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.computility.algorithms.archives.PackageImport;
import org.computility.algorithms.archives.ReceivedPackage;
import org.computility.audit.AuditNote;
import org.computility.shared.Rejected;
import org.computility.shared.rest.family.Remark;
import org.computility.shared.rest.files.FormParts;

/** The members of table A.1, as parts or otherwise: {@code File} or {@code Url}, and {@code MD5}. */
final class PackageForm {

    private static final int LONGEST_URL = 256;
    private static final int LONGEST_MD5 = 32;

    private final PackageImport imports;
    private final AuditNote audit;

    PackageForm(PackageImport imports, AuditNote audit) {
        this.imports = imports;
        this.audit = audit;
    }

    Remark importParts(List<EntityPart> form) throws IOException {
        FormParts parts = new FormParts(form);
        if (parts.has("File") && parts.has("Url")) {
            throw new Rejected("member-invalid", "Url", "Send either File or Url, not both.");
        }
        Optional<InputStream> file = parts.file("File");
        if (file.isEmpty()) {
            String url = url(parts.text("Url", LONGEST_URL).orElse(null));
            return importUrl(url, parts.text("MD5", LONGEST_MD5).orElse(null));
        }
        try (InputStream content = file.get()) {
            String md5 = required("MD5", parts.text("MD5", LONGEST_MD5).orElse(null), LONGEST_MD5);
            note(md5);
            return told(imports.importFile(content, md5));
        }
    }

    Remark importUrl(String url, String md5) {
        required("Url", url(url), LONGEST_URL);
        required("MD5", md5, LONGEST_MD5);
        note(md5);
        return told(imports.importUrl(url, md5));
    }

    /** Null, a success without more words, unless there is something to warn of. */
    private Remark told(ReceivedPackage received) {
        audit.on("package " + received.id());
        return received.unlistedAccelerators().isEmpty()
                ? null
                : Remark.warning("Accelerators names " + String.join(", ", received.unlistedAccelerators())
                        + ", which annex H does not list; it fits only nodes that tell of the very same XpuType.");
    }

    /** Until the archive has told its ID; the URL may carry a secret. */
    private void note(String md5) {
        audit.on("package of MD5 " + md5);
    }

    private static String url(String url) {
        if (url == null || url.isEmpty()) {
            throw new Rejected("member-missing", "File", "File or Url is missing.");
        }
        return url;
    }

    private static String required(String member, String value, int longest) {
        if (value == null || value.isEmpty()) {
            throw new Rejected("member-missing", member, member + " is missing.");
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new Rejected("member-too-long", member, member + " has at most " + longest + " characters.");
        }
        return value;
    }
}
