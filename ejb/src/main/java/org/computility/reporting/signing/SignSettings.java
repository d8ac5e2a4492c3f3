package org.computility.reporting.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code sign_setting}, and of {@code sign_nonce}. */
interface SignSettings {

    StatelessSession session();

    @Find
    Optional<SignSetting> find(UUID accountId);

    /** 1 where the account has not used the nonce, 0 where it has. */
    @SQL("""
            insert into sign_nonce (account_id, nonce, seen_at) values (:accountId, :nonce, :now)
            on conflict (account_id, nonce) do nothing
            """)
    int use(UUID accountId, String nonce, Instant now);

    /** Forgets nonces whose requests would be stale by now. */
    @SQL("delete from sign_nonce where seen_at < :before")
    int forget(Instant before);
}
