package org.computility.identity.passwords;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * An SM2 key pair (GB/T 32918) on the recommended curve.
 *
 * @param publicKey the uncompressed point, 65 bytes beginning with 04
 * @param privateKey the scalar, big-endian
 */
public record Sm2KeyPair(byte[] publicKey, byte[] privateKey) {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    static Sm2KeyPair generate() {
        SecureRandom random = new SecureRandom();
        BigInteger scalar;
        do {
            scalar = new BigInteger(DOMAIN.getN().bitLength(), random);
        } while (scalar.signum() == 0 || scalar.compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) > 0);
        return of(scalar.toByteArray());
    }

    /** The pair that has this private half. */
    static Sm2KeyPair of(byte[] privateKey) {
        BigInteger scalar = new BigInteger(1, privateKey);
        return new Sm2KeyPair(DOMAIN.getG().multiply(scalar).normalize().getEncoded(false), privateKey);
    }

    /** The text within; IllegalArgumentException when it was not encrypted for this key. Takes every form of {@link Sm2Cipher}. */
    String decrypt(String hex) {
        IllegalArgumentException refusal = null;
        for (byte[] cipher : Sm2Cipher.readings(HexFormat.of().parseHex(hex))) {
            try {
                return decrypt(cipher);
            } catch (IllegalArgumentException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private String decrypt(byte[] cipher) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, privateKey), DOMAIN));
        try {
            return new String(engine.processBlock(cipher, 0, cipher.length), StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new IllegalArgumentException("Not encrypted for this key", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2KeyPair pair
                && Arrays.equals(publicKey, pair.publicKey)
                && Arrays.equals(privateKey, pair.privateKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "Sm2KeyPair[" + HexFormat.of().formatHex(publicKey) + "]";
    }
}
