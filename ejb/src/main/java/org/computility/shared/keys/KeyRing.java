package org.computility.shared.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The platform's own keys: each is made where it is first asked for, kept sealed, and the same on all servers from then
 * on. A key is written apart from the caller's transaction: a key that was used is kept, even if that transaction is
 * undone.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyRing {

    @Inject
    PlatformKeys keys;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    /**
     * The key of that name.
     *
     * @param name at most 40 characters
     * @param fresh makes the key, if there is none yet
     * @throws IllegalStateException when the key of this name serves another purpose, or {@code COMPUTILITY_SECRET_KEY} changed
     */
    public byte[] key(String name, KeyPurpose purpose, Supplier<byte[]> fresh) {
        return keys.find(name).orElseGet(() -> make(name, purpose, fresh)).open(purpose, sealing);
    }

    private PlatformKey make(String name, KeyPurpose purpose, Supplier<byte[]> fresh) {
        keys.offer(name, purpose, sealing.seal(fresh.get()), clock.instant());
        return keys.find(name).orElseThrow();
    }
}
