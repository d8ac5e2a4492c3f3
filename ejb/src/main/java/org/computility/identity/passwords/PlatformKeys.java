package org.computility.identity.passwords;

import java.time.Instant;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code platform_key}. */
interface PlatformKeys {

    StatelessSession session();

    @Find
    Optional<PlatformKey> find(String name);

    /** Stores the pair unless there is one of this name: another server may be first, and its pair is the one. */
    @HQL("""
            insert into PlatformKey (name, publicKey, sealedPrivateKey, createdAt)
            values (:name, :publicKey, :sealedPrivateKey, :now) on conflict do nothing
            """)
    int offer(String name, byte[] publicKey, byte[] sealedPrivateKey, Instant now);
}
