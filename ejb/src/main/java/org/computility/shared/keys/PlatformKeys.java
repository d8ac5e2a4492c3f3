package org.computility.shared.keys;

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

    /** Stores the key unless there is one of this name: another server may be first, and then its key counts. */
    @HQL("""
            insert into PlatformKey (name, purpose, sealedKey, createdAt)
            values (:name, :purpose, :sealedKey, :now) on conflict do nothing
            """)
    int offer(String name, KeyPurpose purpose, byte[] sealedKey, Instant now);
}
