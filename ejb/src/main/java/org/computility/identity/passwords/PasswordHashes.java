package org.computility.identity.passwords;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.computility.shared.Throttled;
import org.computility.shared.keys.SecretBytes;

/**
 * Argon2id with 19 MiB, 2 passes and 1 lane (OWASP's floor), in the PHC form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 * At most four run at once, so that a crowd at the login takes 76 MiB of heap and no more; who waits longer than 5 s is
 * told to come again.
 */
@ApplicationScoped
public class PasswordHashes {

    private static final int MEMORY_KIB = 19456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore applicants = new Semaphore(1, true);
    private String nobodys;

    // Not in the constructor: containers may call that for the proxy, too.
    @PostConstruct
    void prepare() {
        nobodys = hash("nobody has this password");
    }

    /** A new hash of the password. */
    public String hash(String password) {
        byte[] salt = SecretBytes.fresh(SALT_BYTES);
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(MEMORY_KIB, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** The same for somebody who has no account yet. Such take one place at most, so that logins keep the others. */
    public String hashOfApplicant(String password) {
        take(applicants);
        try {
            return hash(password);
        } finally {
            applicants.release();
        }
    }

    /** Whether the hash is of this password. A null hash takes the same time and is never right. */
    public boolean matches(String password, String hash) {
        String[] parts = (hash == null ? nobodys : hash).split("\\$");
        String[] costs = parts[3].split("[=,]");
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = argon2(
                password, Base64.getDecoder().decode(parts[4]), Integer.parseInt(costs[1]), Integer.parseInt(costs[3]));
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    private byte[] argon2(String password, byte[] salt, int memoryKib, int passes) {
        take(places);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private static void take(Semaphore places) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Throttled busy() {
        return new Throttled("login-busy", "Too many logins at once; try again.", PATIENCE);
    }
}
