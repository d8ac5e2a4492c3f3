package org.computility.algorithms.archives;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.StoredFile;
import org.computility.shared.NotFound;
import org.computility.shared.PlatformConfig;

/** Hands the bytes of a package to whoever shows a signed link. */
@Stateless
public class PackageContent {

    @Inject
    private PackageLinks links;

    @Inject
    private AlgorithmPackages packages;

    private final PackageFiles files = new PackageFiles(
            PlatformConfig.current().dataDirectory(), AlgorithmsConfig.current().largestPackage());

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
        StoredFile file = packages.file(packageId);
        Path path = files.place(file.sha256());
        if (!Files.isRegularFile(path)) {
            throw new NotFound(
                    "package-content-missing", "The bytes of package " + packageId + " are not in the data directory.");
        }
        return new Content(path, file.sha256(), file.size());
    }
}
