package org.computility.shared.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Keys on the curve of SM2 (GB/T 32918), which Java's own providers do not have. */
final class Sm2Keys {

    /** SM2 with its recommended curve; it names the curve of a key. */
    static final ASN1ObjectIdentifier CURVE = GMObjectIdentifiers.sm2p256v1;

    private static final ECNamedDomainParameters DOMAIN =
            new ECNamedDomainParameters(CURVE, CustomNamedCurves.getByOID(CURVE));
    private static final int COORDINATE = 32;
    private static final int HASH = 32;

    private Sm2Keys() {}

    static DeliveryPair fresh() {
        ECKeyPairGenerator pairs = new ECKeyPairGenerator();
        pairs.init(new ECKeyGenerationParameters(DOMAIN, new SecureRandom()));
        AsymmetricCipherKeyPair pair = pairs.generateKeyPair();
        try {
            return new DeliveryPair(
                    PublicKeyText.armoured(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded()),
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("A key could not be written", e);
        }
    }

    /** The private half, PKCS #8, in one form; IllegalArgumentException when it is no key, or that of another pair. */
    static byte[] privateHalf(String publicPem, byte[] pkcs8) {
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(pkcs8);
            if (key instanceof ECPrivateKeyParameters half
                    && DOMAIN.getG()
                            .multiply(half.getD())
                            .equals(publicHalf(publicPem).getQ())) {
                return PrivateKeyInfoFactory.createPrivateKeyInfo(new ECPrivateKeyParameters(half.getD(), DOMAIN))
                        .getEncoded();
            }
            throw new IllegalArgumentException("Not the private key of this pair");
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a private key in PKCS #8", e);
        }
    }

    /** Encrypted as GM/T 0009 writes it, in DER: C1's two coordinates, C3, C2. */
    static byte[] encrypt(byte[] content, String publicPem) {
        return encrypt(content, publicPem, new SecureRandom());
    }

    /** The same with a random number of one's own: the standard's examples name theirs. */
    static byte[] encrypt(byte[] content, String publicPem, SecureRandom random) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(publicHalf(publicPem), random));
        try {
            return der(engine.processBlock(content, 0, content.length));
        } catch (InvalidCipherTextException | IOException e) {
            throw new IllegalStateException("A key could not be encrypted", e);
        }
    }

    private static byte[] der(byte[] cipher) throws IOException {
        // Behind the 04 of a point that is not compressed.
        int x = 1;
        int y = x + COORDINATE;
        int hash = y + COORDINATE;
        int text = hash + HASH;
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, x, y))));
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, y, hash))));
        parts.add(new DEROctetString(Arrays.copyOfRange(cipher, hash, text)));
        parts.add(new DEROctetString(Arrays.copyOfRange(cipher, text, cipher.length)));
        return new DERSequence(parts).getEncoded();
    }

    private static ECPublicKeyParameters publicHalf(String pem) {
        try {
            return (ECPublicKeyParameters) PublicKeyFactory.createKey(PublicKeyText.der(pem));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a key that was taken", e);
        }
    }
}
