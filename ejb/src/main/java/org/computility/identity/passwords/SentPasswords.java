package org.computility.identity.passwords;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;

/**
 * Passwords as they come over the wire: plain, or {@code SM2:} and hexadecimal C1C3C2 under the platform's public key
 * (T/BAX 0006.5 B.1), which all servers of a cluster share. Plain ones only where nobody can listen, unless {@code
 * COMPUTILITY_PLAIN_PASSWORDS} is true.
 */
@ApplicationScoped
public class SentPasswords {

    private static final String SM2 = "SM2:";
    private static final String KEY = "sm2-passwords";
    private static final int LONGEST = 256;

    @EJB
    KeyRing keys;

    @Inject
    RequestOrigin origin;

    private boolean plainEverywhere;
    private volatile Sm2KeyPair pair;

    @PostConstruct
    void prepare() {
        plainEverywhere = PasswordsConfig.current().plainEverywhere();
    }

    /** The public key that serves {@code SM2:}: hexadecimal, an uncompressed point. */
    public String publicKey() {
        return HexFormat.of().formatHex(pair().publicKey());
    }

    /** The password itself; Rejected {@code password-plain} or {@code password-cipher} naming the member. */
    public String open(Member member, String sent) {
        String password = secret(member, sent);
        if (password.length() > LONGEST) {
            throw new Rejected("member-too-long", member, "{member} has at most " + LONGEST + " characters.");
        }
        return password;
    }

    /** The same for secrets of any length, such as private keys. */
    public String secret(Member member, String sent) {
        return sent.startsWith(SM2) ? decrypt(member, sent.substring(SM2.length())) : plain(member, sent);
    }

    private String plain(Member member, String sent) {
        if (!plainEverywhere && !origin.isConfidential()) {
            throw new Rejected(
                    "password-plain",
                    member,
                    "{member} must be encrypted with the key of GET /platform/v1/crypto/sm2, or sent over TLS.");
        }
        return sent;
    }

    private String decrypt(Member member, String hex) {
        try {
            return pair().decrypt(hex);
        } catch (IllegalArgumentException e) {
            throw new Rejected(
                    "password-cipher",
                    member,
                    "{member} is not encrypted (C1C3C2, hexadecimal) with the key of GET /platform/v1/crypto/sm2.");
        }
    }

    private Sm2KeyPair pair() {
        if (pair == null) {
            pair = Sm2KeyPair.of(keys.key(
                    KEY, KeyPurpose.DECRYPTING, () -> Sm2KeyPair.generate().privateKey()));
        }
        return pair;
    }
}
