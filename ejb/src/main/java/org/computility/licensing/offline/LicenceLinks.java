package org.computility.licensing.offline;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.shared.Denied;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;

/** Links by which a node fetches a licence file: they carry their own permission, and they expire. */
@ApplicationScoped
public class LicenceLinks {

    private static final LinkKind LICENCES = new LinkKind("licence-links", "load the service again");

    private static final Pattern MADE =
            Pattern.compile(".*/platform/v1/licence-files/([0-9]{1,9})/content\\?expires=([0-9]{1,12})&signature=(.+)");

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

    /** The file that the address opens, where this platform made it, expired or not. */
    public Optional<Integer> fileOf(String address) {
        Matcher made = MADE.matcher(address);
        if (!made.matches()) {
            return Optional.empty();
        }
        try {
            check(made.group(1), made.group(2), made.group(3));
        } catch (Denied e) {
            if (!e.code().equals("link-expired")) {
                return Optional.empty();
            }
        }
        return Optional.of(Integer.valueOf(made.group(1)));
    }

    /** Refuses with 403 a link that this platform did not make, or that has expired. */
    void check(String number, String expires, String signature) {
        links.check(LICENCES, number, expires, signature);
    }
}
