package org.computility.identity.passwords;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.computility.shared.Sealing;

/** The key pair that passwords are encrypted for: made once for all servers of a cluster. */
@Stateless
public class PasswordKeys {

    private static final String NAME = "sm2-passwords";

    @Inject
    PlatformKeys keys;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    /** The pair; made at the first call. */
    public Sm2KeyPair pair() {
        return keys.find(NAME).orElseGet(this::make).open(sealing);
    }

    private PlatformKey make() {
        Sm2KeyPair fresh = Sm2KeyPair.generate();
        keys.offer(NAME, fresh.publicKey(), sealing.seal(fresh.privateKey()), clock.instant());
        return keys.find(NAME).orElseThrow();
    }
}
