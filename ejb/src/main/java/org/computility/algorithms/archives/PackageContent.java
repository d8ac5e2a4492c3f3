package org.computility.algorithms.archives;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.datasets.ContentStore;
import org.computility.datasets.StoredContent;
import org.computility.shared.NotFound;

/** Hands the bytes of a package to whoever shows a signed link. */
@Stateless
public class PackageContent {

    @Inject
    private PackageLinks links;

    @Inject
    private AlgorithmPackages packages;

    @Inject
    private ContentStore contents;

    /** A file on this server and what names its content. */
    public record Content(Path path, String sha256, long size) {}

    /**
     * The bytes behind a link.
     *
     * @throws org.computility.shared.Denied {@code link-invalid}, {@code link-expired}
     * @throws NotFound {@code package-unknown}, {@code package-content-missing}
     */
    public Content open(String packageId, String expires, String signature) {
        links.check(packageId, expires, signature);
        StoredContent content = packages.content(packageId);
        Path path = contents.find(content.sha256())
                .orElseThrow(() -> new NotFound(
                        "package-content-missing",
                        "The bytes of package " + packageId + " are not in the data directory."));
        return new Content(path, content.sha256(), content.size());
    }
}
