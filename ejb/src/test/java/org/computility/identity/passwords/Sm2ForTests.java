package org.computility.identity.passwords;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** The other side of {@link Sm2KeyPair}: encrypts as a device does. */
final class Sm2ForTests {

    private static final ECDomainParameters DOMAIN = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private Sm2ForTests() {}

    /** Hexadecimal C1C3C2. */
    static String encrypt(byte[] publicKey, String text) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        var key = new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(publicKey), DOMAIN);
        engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(engine.processBlock(bytes, 0, bytes.length));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Encryption takes any text", e);
        }
    }
}
