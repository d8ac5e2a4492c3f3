package org.computility.algorithms.archives;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

/** The only row of {@code package_link_key}. */
interface LinkKeys {

    StatelessSession session();

    /** Keeps the key unless another server was quicker. */
    @HQL("insert into LinkKey (id, sealedKey) values (1, :sealedKey) on conflict (id) do nothing")
    int keep(byte[] sealedKey);

    @HQL("select sealedKey from LinkKey")
    Optional<byte[]> sealedKey();
}
