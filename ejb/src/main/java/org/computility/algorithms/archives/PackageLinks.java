package org.computility.algorithms.archives;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.computility.shared.Denied;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Sealing;

/** Links by which a node fetches a package: they carry their own permission, and they expire. */
@Stateless
public class PackageLinks {

    @Inject
    private LinkKeys keys;

    @Inject
    private Sealing sealing;

    @Inject
    private Clock clock;

    private final AlgorithmsConfig config = AlgorithmsConfig.current();
    private final String publicUrl = PlatformConfig.current().publicUrl();
    private LinkSignature signature;

    /** A link to the package's bytes, valid from now on. */
    public URI link(String packageId) {
        Instant expires = clock.instant().plus(config.linkValidity());
        return URI.create(publicUrl + "/platform/v1/packages/" + packageId + "/content?expires="
                + expires.getEpochSecond() + "&signature=" + signature().sign(packageId, expires));
    }

    /** Refuses a link that is not from here or no longer valid, 403. */
    public void check(String packageId, String expires, String signed) {
        if (expires == null || signed == null || !expires.matches("[0-9]{1,12}")) {
            throw new Denied("link-invalid", "signature", "This link was not made by this platform.");
        }
        signature().check(packageId, Instant.ofEpochSecond(Long.parseLong(expires)), signed, clock.instant());
    }

    private LinkSignature signature() {
        if (signature == null) {
            signature = new LinkSignature(sealing.open(sealedKey()));
        }
        return signature;
    }

    private byte[] sealedKey() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        keys.keep(sealing.seal(fresh));
        return keys.sealedKey().orElseThrow();
    }
}
