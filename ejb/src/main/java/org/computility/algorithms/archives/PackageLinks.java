package org.computility.algorithms.archives;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;

/** Links by which a node fetches a package: they carry their own permission, and they expire. */
@ApplicationScoped
public class PackageLinks {

    private static final LinkKind PACKAGES = new LinkKind("package-links", "have the package delivered again");

    @Inject
    SignedLinks links;

    Duration validity;

    @PostConstruct
    void prepare() {
        validity = AlgorithmsConfig.current().linkValidity();
    }

    /** A link to the package's bytes, valid from now on. */
    public URI link(String packageId) {
        return links.link(PACKAGES, "/platform/v1/packages/" + packageId + "/content", packageId, validity);
    }

    /** Refuses with 403 a link that this platform did not make, or that has expired. */
    void check(String packageId, String expires, String signature) {
        links.check(PACKAGES, packageId, expires, signature);
    }
}
