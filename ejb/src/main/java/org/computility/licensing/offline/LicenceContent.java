package org.computility.licensing.offline;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.computility.datasets.ContentStore;
import org.computility.datasets.StoredContent;
import org.computility.shared.NotFound;

/** Hands the bytes of a licence file to whoever shows a signed link. */
@Stateless
public class LicenceContent {

    @Inject
    LicenceLinks links;

    @EJB
    LicenceRegister licences;

    @Inject
    ContentStore contents;

    /** A file on this server and what names its content. */
    public record Content(Path path, String sha256, long size) {}

    /**
     * The bytes behind a link.
     *
     * @throws org.computility.shared.Denied {@code link-invalid}, {@code link-expired}
     * @throws NotFound {@code licence-file-unknown} once the file was deleted; {@code licence-content-missing}
     */
    public Content open(String number, String expires, String signature) {
        links.check(number, expires, signature);
        StoredContent content = licences.content(Integer.parseInt(number));
        Path path = contents.find(content.sha256())
                .orElseThrow(() -> new NotFound(
                        "licence-content-missing",
                        "The bytes of licence file " + number + " are not in the data directory."));
        return new Content(path, content.sha256(), content.size());
    }
}
