package org.computility.identity.keys;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountAdministration;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.keys.Hashes;
import org.computility.shared.keys.SecretBytes;

/**
 * The keys of applications. A key is {@code cpk_} and 256 random bits, of which only the SHA-256 is stored. Each account makes its own;
 * whoever manages an account sees its keys, and revokes them.
 */
@Stateless
public class KeyAdministration {

    /** What each key begins with: people, and programs that search for secrets, know it by that. */
    public static final String PREFIX = "cpk_";

    private static final int KEY_BYTES = 32;
    private static final int MOST = 50;
    private static final int MOST_REVOKED = 200;

    /** How long a key that is over is still shown. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    ApplicationKeys keys;

    @EJB
    AccountAdministration accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<AccountChanged> changes;

    /** Conflict {@code keys-too-many} when the account has as many as it may. */
    public MadeKeyView make(NewKey wanted) {
        UUID account = caller.require(Role.READERS).accountId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String shown = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(SecretBytes.fresh(KEY_BYTES));
        ApplicationKey key = ApplicationKey.make(wanted, account, Hashes.sha256(shown), now);
        keys.lockMaking(account);
        if (keys.good(account, now) >= MOST) {
            throw new Conflict("keys-too-many", "The account has " + MOST + " keys: revoke one first.");
        }
        keys.forgetRevoked(account, MOST_REVOKED);
        keys.session().insert(key);
        return key.view(shown);
    }

    /**
     * The keys of an account, the newest first.
     *
     * @param account null: the caller's own; or an account that the caller manages, else NotFound {@code account-unknown}
     */
    public Page<KeyView> list(UUID account, PageRequest page) {
        Caller known = caller.require(Role.READERS);
        UUID owner = account == null ? known.accountId() : account;
        if (!owner.equals(known.accountId())) {
            accounts.get(owner);
        }
        return keys.page(owner, page).map(ApplicationKey::view);
    }

    /** Revokes a key; to revoke it again changes nothing. NotFound {@code key-unknown} also for keys that are not the caller's to revoke. */
    public void revoke(UUID id) {
        Caller known = caller.require(Role.READERS);
        ApplicationKey key = keys.find(id)
                .filter(found -> known.accountId().equals(found.accountId()) || manages(known, found.accountId()))
                .orElseThrow(() -> new NotFound("key-unknown", "No such key."));
        keys.revoke(id, clock.instant());
        changes.fire(new AccountChanged(key.accountId()));
    }

    /** Notes when keys were last shown. */
    public void used(Map<UUID, Instant> times) {
        UUID[] ids = times.keySet().toArray(UUID[]::new);
        Instant[] at = new Instant[ids.length];
        for (int i = 0; i < ids.length; i++) {
            at[i] = times.get(ids[i]);
        }
        keys.used(ids, at);
    }

    /** Deletes the keys that ended a while ago. */
    public void forgetOld() {
        keys.forget(clock.instant().minus(KEPT));
    }

    private boolean manages(Caller known, UUID account) {
        return known.isOneOf(Role.OPERATORS) && accounts.isManaged(account);
    }
}
