package org.computility.shared.keys;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Public keys of others, as text: RSA of at least 3072 bits, EC P-256, SM2. */
public final class PublicKeyText {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int LINE = 64;
    private static final int RSA_BITS = 3072;

    private PublicKeyText() {}

    /** The key in one form, PEM; empty when the text is no key of these kinds. The armour may be missing. */
    public static Optional<String> pem(String text) {
        try {
            String body = text.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(body);
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
            // Encoded anew: bytes behind the key are no part of it.
            byte[] whole = info.getEncoded("DER");
            return whole.length == der.length && isAllowed(PublicKeyFactory.createKey(info))
                    ? Optional.of(armoured(whole))
                    : Optional.empty();
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
                && isAllowed(curve.getName());
    }

    private static boolean isAllowed(ASN1ObjectIdentifier curve) {
        return curve.equals(SECObjectIdentifiers.secp256r1) || curve.equals(GMObjectIdentifiers.sm2p256v1);
    }

    private static String armoured(byte[] der) {
        return BEGIN + "\n" + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n" + END + "\n";
    }
}
