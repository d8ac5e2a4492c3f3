package org.computility.shared.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Public keys of others, as text: RSA of at least 3072 bits, EC P-256, or SM2. */
public final class PublicKeyText {

    /** How a refusal tells what is taken. */
    public static final String KINDS =
            "{member} is a public key in PEM (SubjectPublicKeyInfo), or its Base64 alone: RSA of at least 3072 bits, EC P-256, or SM2.";

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int LINE = 64;
    private static final int RSA_BITS = 3072;

    private PublicKeyText() {}

    /** The key in one form, PEM; empty when the text is no key of these kinds. The armour may be missing. */
    public static Optional<String> pem(String text) {
        try {
            byte[] der = der(text);
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
            // Encoded anew: bytes behind the key are no part of it.
            byte[] whole = info.getEncoded("DER");
            if (whole.length != der.length || !isAllowed(PublicKeyFactory.createKey(info))) {
                return Optional.empty();
            }
            if (!isSm2(text)) {
                // What Java's own providers do not read could be stored, and never be used.
                read(text);
            }
            return Optional.of(armoured(whole));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(AsymmetricKeyParameter key) {
        if (key instanceof RSAKeyParameters rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        return key instanceof ECPublicKeyParameters point
                && point.getParameters() instanceof ECNamedDomainParameters curve
                && (curve.getName().equals(SECObjectIdentifiers.secp256r1)
                        || curve.getName().equals(Sm2Keys.CURVE));
    }

    /** The key behind a text that {@link #pem} took, but for SM2. */
    static PublicKey read(String pem) {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(der(pem));
        try {
            return KeyFactory.getInstance(isRsa(pem) ? "RSA" : "EC").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a key that was taken", e);
        }
    }

    static boolean isRsa(String pem) {
        return SubjectPublicKeyInfo.getInstance(der(pem))
                .getAlgorithm()
                .getAlgorithm()
                .equals(PKCSObjectIdentifiers.rsaEncryption);
    }

    static boolean isSm2(String pem) {
        return Sm2Keys.CURVE.equals(
                SubjectPublicKeyInfo.getInstance(der(pem)).getAlgorithm().getParameters());
    }

    static byte[] der(String text) {
        return Base64.getDecoder()
                .decode(text.replace(BEGIN, "").replace(END, "").replaceAll("\\s", ""));
    }

    static String armoured(byte[] der) {
        return BEGIN + "\n" + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n" + END + "\n";
    }
}
