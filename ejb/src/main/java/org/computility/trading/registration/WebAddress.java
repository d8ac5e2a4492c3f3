package org.computility.trading.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Addresses that people follow and the platform never calls. */
final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    /** Returns for an http or https address, or null; else Rejected {@code url-invalid}. */
    static void check(Member member, String url) {
        if (url != null && !isOne(url)) {
            throw new Rejected("url-invalid", member, "{member} is an http or https URL with a host.");
        }
    }

    private static boolean isOne(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
