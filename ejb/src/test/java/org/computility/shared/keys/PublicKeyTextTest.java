package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTextTest {

    /** GM/T 0003.5: id-ecPublicKey over sm2p256v1, and the standard's example point. */
    private static final byte[] SM2 = HexFormat.of()
            .parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200"
                    + "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                    + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");

    @Test
    void takesEachKindInOneForm() throws GeneralSecurityException {
        for (byte[] key : new byte[][] {rsa(3072), ec("secp256r1"), SM2}) {
            String pem =
                    PublicKeyText.pem(Base64.getEncoder().encodeToString(key)).orElseThrow();

            assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("-----END PUBLIC KEY-----\n");
            assertThat(PublicKeyText.pem(pem)).contains(pem);
            assertThat(PublicKeyText.pem(pem.replace("\n", "\r\n"))).contains(pem);
        }
    }

    @Test
    void takesNoWeakOrOtherKey() throws GeneralSecurityException {
        assertThat(pem(rsa(2048))).isEmpty();
        assertThat(pem(ec("secp384r1"))).isEmpty();
        assertThat(pem(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded()))
                .isEmpty();
    }

    @Test
    void takesNoPointBesideTheCurveAndNoBytesBehindTheKey() throws GeneralSecurityException {
        for (byte[] key : new byte[][] {ec("secp256r1"), SM2.clone()}) {
            byte[] longer = Arrays.copyOf(key, key.length + 1);
            assertThat(pem(longer)).isEmpty();
            key[key.length - 1] ^= 1;
            assertThat(pem(key)).isEmpty();
        }
    }

    @Test
    void takesNoKeyThatJavaDoesNotRead() throws GeneralSecurityException {
        byte[] point = ec("secp256r1");
        // The point compressed: its two lengths, its form, no second half.
        byte[] compressed = Arrays.copyOf(point, point.length - 32);
        compressed[1] -= 32;
        compressed[compressed.length - 35] -= 32;
        compressed[compressed.length - 33] = (byte) (2 + (point[point.length - 1] & 1));
        assertThat(pem(compressed)).isEmpty();
        assertThat(pem(rsaWithExponent(BigInteger.ONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "====", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", "MAA="})
    void takesNoOtherText(String text) {
        assertThat(PublicKeyText.pem(text)).isEmpty();
    }

    private static Optional<String> pem(byte[] key) {
        return PublicKeyText.pem(Base64.getEncoder().encodeToString(key));
    }

    private static byte[] rsaWithExponent(BigInteger exponent) {
        try {
            BigInteger modulus =
                    new BigInteger(3072, new Random(1)).setBit(3071).setBit(0);
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new RSAKeyParameters(false, modulus, exponent, true))
                    .getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(bits);
        return pairs.generateKeyPair().getPublic().getEncoded();
    }

    private static byte[] ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec(curve));
        return pairs.generateKeyPair().getPublic().getEncoded();
    }
}
