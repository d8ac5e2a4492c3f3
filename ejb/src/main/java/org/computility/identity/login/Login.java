package org.computility.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.computility.identity.passwords.PasswordHashes;
import org.computility.identity.passwords.RequestOrigin;
import org.computility.identity.passwords.SentPasswords;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.identity.tokens.TokenView;
import org.computility.shared.Member;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.Hmac;
import org.computility.shared.keys.SecretBytes;

/**
 * From a name and a password to an account. Wrong names and wrong passwords take the same time and get the same answer.
 *
 * <p>A password found right is remembered for five minutes, so that thousands of devices of one account register
 * without an Argon2 run each. What is kept is an HMAC of the stored hash and the password, under a key that lives and
 * dies with this process. The HMAC cannot be tried elsewhere, and a changed password makes a new entry. Wrong guesses
 * are never remembered: each costs an attacker the full hash and counts against the throttle.
 */
@ApplicationScoped
public class Login {

    private static final Member PASSWORD = new Member("password");
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    @EJB
    AccountDirectory accounts;

    @EJB
    TokenAdministration tokens;

    @Inject
    PasswordHashes hashes;

    @Inject
    SentPasswords sentPasswords;

    @Inject
    RequestOrigin origin;

    @Inject
    Clock clock;

    private final Hmac processKey = new Hmac(SecretBytes.fresh(Hmac.KEY_BYTES));
    private LoginThrottle throttle;
    private Cache<ByteBuffer, Boolean> proven;

    @PostConstruct
    void prepare() {
        throttle = new LoginThrottle(clock);
        proven = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /**
     * A fresh token.
     *
     * @param password plain, or {@code SM2:} and hexadecimal C1C3C2
     * @throws Unauthenticated {@code credentials-wrong} or, with the right password, {@code account-disabled}
     * @throws org.computility.shared.Throttled after repeated failures
     */
    public TokenView login(String username, String password) {
        return tokens.issue(verify(username, password, Login::wrong).id(), null);
    }

    /** @param wrong what is said of a wrong name or password */
    KnownAccount verify(String username, String sent, Supplier<Unauthenticated> wrong) {
        String password = sentPasswords.open(PASSWORD, sent);
        throttle.check(username, origin.address());
        Optional<KnownAccount> account = accounts.find(username);
        String hash = account.map(KnownAccount::passwordHash).orElse(null);
        // The cache runs one check at a time per name and password, so a crowd of equal logins is one run.
        if (proven.get(mac(hash, password), key -> isRight(username, password, hash)) == null) {
            throw wrong.get();
        }
        return account.filter(KnownAccount::enabled)
                .orElseThrow(() -> new Unauthenticated("account-disabled", "This account is disabled."));
    }

    private static Unauthenticated wrong() {
        return new Unauthenticated("credentials-wrong", "The user name or the password is wrong.");
    }

    /** Null rather than false: a cache keeps no nulls. */
    private Boolean isRight(String username, String password, String hash) {
        throttle.start(username, origin.address());
        boolean right = false;
        try {
            right = hashes.matches(password, hash);
        } finally {
            if (right) {
                throttle.succeeded(username, origin.address());
            } else {
                throttle.failed(username, origin.address());
            }
        }
        return right ? Boolean.TRUE : null;
    }

    private ByteBuffer mac(String hash, String password) {
        return ByteBuffer.wrap(processKey.sign(hash + '\0' + password));
    }
}
