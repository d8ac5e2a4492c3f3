package org.computility.licensing.offline;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;

/** Links by which a node fetches a licence file: they carry their own permission, and they expire. */
@ApplicationScoped
public class LicenceLinks {

    private static final LinkKind LICENCES = new LinkKind("licence-links", "load the service again");

    @Inject
    SignedLinks links;

    Duration validity;

    @PostConstruct
    void prepare() {
        validity = LicencesConfig.current().linkValidity();
    }

    /** A link to the file's bytes, valid from now on. */
    public URI link(int number) {
        return links.link(
                LICENCES, "/platform/v1/licence-files/" + number + "/content", Integer.toString(number), validity);
    }

    /** Refuses with 403 a link that this platform did not make, or that has expired. */
    void check(String number, String expires, String signature) {
        links.check(LICENCES, number, expires, signature);
    }
}
