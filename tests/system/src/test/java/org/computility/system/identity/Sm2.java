package org.computility.system.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.math.ec.ECPoint;

/** How a client encrypts a password for the platform: {@code SM2:} and hexadecimal C1C3C2. */
final class Sm2 {

    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final ECPoint publicKey;

    Sm2(String publicKeyHex) {
        this(CURVE.getCurve().decodePoint(HexFormat.of().parseHex(publicKeyHex)));
    }

    private Sm2(ECPoint publicKey) {
        this.publicKey = publicKey;
    }

    /** A key that the platform under test does not have. */
    static Sm2 ofAnotherPlatform() {
        return new Sm2(CURVE.getG().multiply(new BigInteger(128, new SecureRandom()).add(BigInteger.ONE)));
    }

    String encrypt(String password) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(new ECPublicKeyParameters(publicKey, CURVE), new SecureRandom()));
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        try {
            return "SM2:" + HexFormat.of().formatHex(engine.processBlock(text, 0, text.length));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }
}
