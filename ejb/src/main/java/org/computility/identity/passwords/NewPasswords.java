package org.computility.identity.passwords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Passwords that accounts are to have: judged, and hashed. */
@ApplicationScoped
public class NewPasswords {

    private static final Member PASSWORD = new Member("password");
    private static final int SHORTEST = 8;

    @Inject
    SentPasswords sent;

    @Inject
    PasswordHashes hashes;

    /**
     * The hash of a password as it was sent.
     *
     * @throws Rejected {@code password-short}, {@code member-too-long}, {@code password-plain} or {@code password-cipher}
     */
    public String hash(String password) {
        return hashes.hash(judged(password));
    }

    /** The same for somebody who has no account yet: logins go first. Throttled {@code login-busy}. */
    public String hashOfApplicant(String password) {
        return hashes.hashOfApplicant(judged(password));
    }

    private String judged(String password) {
        String opened = sent.open(PASSWORD, password);
        if (opened.length() < SHORTEST) {
            throw new Rejected("password-short", PASSWORD, "{member} has at least " + SHORTEST + " characters.");
        }
        return opened;
    }
}
