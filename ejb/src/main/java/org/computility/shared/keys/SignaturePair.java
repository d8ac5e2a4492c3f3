package org.computility.shared.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A pair that signs what outsiders verify: ECDSA on P-256 with SHA-256, signatures in DER as Base64. */
public final class SignaturePair {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, CustomNamedCurves.getByName("secp256r1"));

    private final PrivateKey privateKey;
    private final String publicKey;

    /** @param pkcs8 as {@link #fresh} makes it */
    public SignaturePair(byte[] pkcs8) {
        try {
            privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            BigInteger scalar = ((ECPrivateKey) privateKey).getS();
            publicKey = PublicKeyText.armoured(
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new ECPublicKeyParameters(
                                    CURVE.getG().multiply(scalar).normalize(), CURVE))
                            .getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("Not a key that was made here", e);
        }
    }

    /** A new private half. */
    public static byte[] fresh() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return pairs.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** The public half in PEM. */
    public String publicKey() {
        return publicKey;
    }

    /** The signature of the text's UTF-8 bytes; different each time. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether the pair's holder signed this text so. */
    public boolean isSignature(String signed, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(PublicKeyText.read(publicKey));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
