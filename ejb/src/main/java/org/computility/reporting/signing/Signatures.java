package org.computility.reporting.signing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountAdministration;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.KeyedHash;

/**
 * Checks the signatures of requests: {@code sign} is the lower-case hexadecimal HMAC-SM3 of {@link SignedRequest#text}, keyed
 * with the token. A signature is good for one token only, and ends with it. A sender that adds {@code sign-time} and {@code
 * sign-nonce} has them signed, too; then a request that is old, or comes a second time, is refused.
 */
@Stateless
public class Signatures {

    /** How far a sender's clock may be away from this server's. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Member SIGN = new Member("sign");
    private static final Member TIME = new Member("sign-time");
    private static final Member NONCE = new Member("sign-nonce");
    private static final int LONGEST_NONCE = 64;

    @Inject
    SignSettings settings;

    @EJB
    AccountAdministration accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Returns where the caller's request is signed as the account has to.
     *
     * @throws Rejected {@code signature-missing} without {@code sign}; {@code member-missing} and {@code member-invalid} where time
     *     or nonce are absent or odd
     * @throws Unauthenticated {@code signature-wrong}, {@code signature-stale}, {@code signature-replayed}
     */
    public void check(SignedRequest request) {
        if (request.sign() == null || request.sign().isBlank()) {
            throw new Rejected("signature-missing", SIGN, "The request is not signed: the header {member} is absent.");
        }
        UUID account = caller.get().accountId();
        SignMode mode = settings.find(account).map(SignSetting::mode).orElse(SignMode.VERIFY);
        if (mode == SignMode.PRESENT) {
            return;
        }
        byte[] key = request.token().getBytes(StandardCharsets.UTF_8);
        if (!KeyedHash.HMAC_SM3.isSignature(request.sign(), key, request.text())) {
            throw new Unauthenticated(
                    "signature-wrong", "The header sign is not the HMAC-SM3 of this request under its token.");
        }
        if (mode == SignMode.FRESH || request.time() != null || request.nonce() != null) {
            requireFresh(account, request);
        }
    }

    /** How closely that account is checked; for administrators. */
    public SignSettingView setting(UUID accountId) {
        caller.require(Role.ADMINISTRATOR);
        accounts.get(accountId);
        return new SignSettingView(
                accountId, settings.find(accountId).map(SignSetting::mode).orElse(SignMode.VERIFY));
    }

    /** From now on that account is checked so closely; for administrators. */
    public SignSettingView set(UUID accountId, SignMode mode) {
        caller.require(Role.ADMINISTRATOR);
        accounts.get(accountId);
        SignSetting setting = SignSetting.of(accountId, mode);
        settings.session().upsert(setting);
        return new SignSettingView(setting.accountId(), setting.mode());
    }

    /** Forgets what no request can repeat any more. */
    public void forget() {
        settings.forget(clock.instant().minus(TOLERANCE.multipliedBy(2)));
    }

    private void requireFresh(UUID account, SignedRequest request) {
        Instant now = clock.instant();
        if (Duration.between(signedAt(request.time()), now).abs().compareTo(TOLERANCE) > 0) {
            throw new Unauthenticated(
                    "signature-stale", "The header sign-time is more than five minutes away from now.");
        }
        String nonce = request.nonce();
        if (nonce == null) {
            throw new Rejected("member-missing", NONCE, "The header {member} is missing beside sign-time.");
        }
        if (nonce.isEmpty() || nonce.codePointCount(0, nonce.length()) > LONGEST_NONCE) {
            throw new Rejected("member-invalid", NONCE, "The header {member} has 1 to 64 characters.");
        }
        if (settings.use(account, nonce, now) == 0) {
            throw new Unauthenticated("signature-replayed", "A request with this sign-nonce has come already.");
        }
    }

    private static Instant signedAt(String time) {
        if (time == null) {
            throw new Rejected("member-missing", TIME, "The header {member} is missing beside sign-nonce.");
        }
        if (!time.matches("[0-9]{1,11}")) {
            throw new Rejected("member-invalid", TIME, "The header {member} is a number of seconds since 1970.");
        }
        return Instant.ofEpochSecond(Long.parseLong(time));
    }
}
