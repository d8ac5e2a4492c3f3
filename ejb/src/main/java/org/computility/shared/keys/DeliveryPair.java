package org.computility.shared.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A key pair for what is delivered encrypted.
 *
 * @param publicKey in PEM, as {@link PublicKeyText#pem} writes it
 * @param privateKey in PKCS #8, DER
 */
public record DeliveryPair(String publicKey, byte[] privateKey) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int RSA_BITS = 3072;
    private static final byte[] PROBE = "whose pair".getBytes(StandardCharsets.US_ASCII);

    /** What kinds of pairs there are. */
    public enum Algorithm {
        RSA_3072("RSA", "SHA256withRSA"),
        EC_P256("EC", "SHA256withECDSA"),
        /** Of GB/T 32918; contents are encrypted by SM4 then. */
        SM2("SM2", "SM3withSM2");

        private final String family;
        private final String signature;

        Algorithm(String family, String signature) {
            this.family = family;
            this.signature = signature;
        }

        /** Of a key that {@link PublicKeyText#pem} took. */
        public static Algorithm of(String publicPem) {
            if (PublicKeyText.isRsa(publicPem)) {
                return RSA_3072;
            }
            return PublicKeyText.isSm2(publicPem) ? SM2 : EC_P256;
        }
    }

    /** A new pair; RSA takes about a second of a processor. */
    public static DeliveryPair fresh(Algorithm algorithm) {
        return algorithm == Algorithm.SM2 ? Sm2Keys.fresh() : javaPair(algorithm);
    }

    private static DeliveryPair javaPair(Algorithm algorithm) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(algorithm.family);
            if (algorithm == Algorithm.RSA_3072) {
                pairs.initialize(RSA_BITS);
            } else {
                pairs.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair pair = pairs.generateKeyPair();
            return new DeliveryPair(
                    PublicKeyText.armoured(pair.getPublic().getEncoded()),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA and P-256", e);
        }
    }

    /** The pair of these two; empty when the text is no private key in PKCS #8, or that of another pair. */
    public static Optional<DeliveryPair> of(String publicPem, String privateText) {
        try {
            byte[] der = Base64.getDecoder()
                    .decode(privateText.replace(BEGIN, "").replace(END, "").replaceAll("\\s", ""));
            Algorithm algorithm = Algorithm.of(publicPem);
            if (algorithm == Algorithm.SM2) {
                return Optional.of(new DeliveryPair(publicPem, Sm2Keys.privateHalf(publicPem, der)));
            }
            PrivateKey key = KeyFactory.getInstance(algorithm.family).generatePrivate(new PKCS8EncodedKeySpec(der));
            return belong(algorithm, PublicKeyText.read(publicPem), key)
                    ? Optional.of(new DeliveryPair(publicPem, key.getEncoded()))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean belong(Algorithm algorithm, PublicKey publicKey, PrivateKey privateKey)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.signature);
        signature.initSign(privateKey);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
