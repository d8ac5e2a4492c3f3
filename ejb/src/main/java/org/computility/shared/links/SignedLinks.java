package org.computility.shared.links;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.PlatformConfig;
import org.computility.shared.keys.Hmac;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;
import org.computility.shared.keys.SecretBytes;

/**
 * Makes and checks links with {@code ?expires=…&signature=…}: seconds since 1970, and HMAC-SHA-256 over what the link opens and
 * until when. Every server of a cluster takes the links of all.
 */
@ApplicationScoped
public class SignedLinks {

    @EJB
    KeyRing keys;

    @Inject
    Clock clock;

    String publicUrl;

    private final Map<String, Hmac> signatures = new ConcurrentHashMap<>();

    @PostConstruct
    void prepare() {
        publicUrl = PlatformConfig.current().publicUrl();
    }

    /**
     * A link to this platform, valid from now on.
     *
     * @param path begins with a slash
     * @param subject what the link opens, and nothing else
     */
    public URI link(LinkKind kind, String path, String subject, Duration validity) {
        return linkUntil(kind, path, subject, clock.instant().plus(validity));
    }

    /** The same until a certain second; the same again for the same second. */
    public URI linkUntil(LinkKind kind, String path, String subject, Instant until) {
        long expires = until.getEpochSecond();
        return URI.create(publicUrl + path + "?expires=" + expires + "&signature="
                + signatureOf(kind).signature(signed(subject, expires)));
    }

    /**
     * Lets a link pass that opens this subject.
     *
     * @param expires as the link has it, or null
     * @param signature as the link has it, or null
     * @throws Denied {@code link-invalid} when it was not made here, for this subject and time; {@code link-expired}
     */
    public void check(LinkKind kind, String subject, String expires, String signature) {
        if (expires == null || signature == null || !expires.matches("[0-9]{1,12}")) {
            throw invalid();
        }
        long until = Long.parseLong(expires);
        if (!signatureOf(kind).isSignature(signature, signed(subject, until))) {
            throw invalid();
        }
        if (Instant.ofEpochSecond(until).isBefore(clock.instant())) {
            throw new Denied("link-expired", new Member("expires"), "This link has expired; " + kind.renewal() + ".");
        }
    }

    /** This form must not change: links that nodes hold already must stay good. */
    private static String signed(String subject, long expires) {
        return subject + "\n" + expires;
    }

    private Hmac signatureOf(LinkKind kind) {
        return signatures.computeIfAbsent(
                kind.key(),
                name -> new Hmac(keys.key(name, KeyPurpose.SIGNING, () -> SecretBytes.fresh(Hmac.KEY_BYTES))));
    }

    private static Denied invalid() {
        return new Denied("link-invalid", new Member("signature"), "This link was not made by this platform.");
    }
}
