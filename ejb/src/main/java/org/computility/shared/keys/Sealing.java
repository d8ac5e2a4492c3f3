package org.computility.shared.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.computility.shared.PlatformConfig;

/**
 * Seals secrets before they are stored: AES-256-GCM under {@code COMPUTILITY_SECRET_KEY}. Without that setting a key is
 * made once and kept in the data directory, readable by its owner only; servers of one cluster need the setting.
 */
@ApplicationScoped
public class Sealing {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SecretKeySpec key;

    /** For the container, which then has the key of this server's settings read. */
    public Sealing() {}

    Sealing(PlatformConfig config) {
        use(config);
    }

    // Not in the constructor: containers may call that for the proxy, too.
    @PostConstruct
    void start() {
        use(PlatformConfig.current());
    }

    private void use(PlatformConfig config) {
        key = new SecretKeySpec(
                config.secretKey().map(Sealing::keyOf).orElseGet(() -> keptIn(config.dataDirectory())), "AES");
    }

    /** The sealed form, different each time. */
    public byte[] seal(byte[] open) {
        byte[] nonce = SecretBytes.fresh(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, open, 0);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** What was sealed; throws IllegalStateException when it was sealed under another key or altered since. */
    public byte[] open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("Too short for a sealed secret.");
        }
        return crypt(Cipher.DECRYPT_MODE, sealed, sealed, NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored secret does not open: COMPUTILITY_SECRET_KEY changed, or the store was altered.", e);
        }
    }

    private static byte[] keyOf(String setting) {
        if (setting.matches("[0-9a-fA-F]{64}")) {
            return HexFormat.of().parseHex(setting);
        }
        if (setting.length() < 32) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_SECRET_KEY needs 64 hexadecimal digits or at least 32 characters.");
        }
        return Hashes.sha256(setting);
    }

    private static byte[] keptIn(Path directory) {
        Path file = directory.resolve("secret.key");
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file)) {
                create(file);
            }
            return keyOf(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " can be neither read nor made.", e);
        }
    }

    private static void create(Path file) throws IOException {
        // Written aside and linked into place, so that a server starting at the same time never reads half a key.
        Path draft = Files.createTempFile(
                file.getParent(),
                "secret",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(
                    draft,
                    Hashes.hex(SecretBytes.fresh(KEY_BYTES)).getBytes(StandardCharsets.US_ASCII),
                    StandardOpenOption.WRITE);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException made) {
            // Another server has made it; its key counts.
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
