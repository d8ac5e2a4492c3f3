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
import org.computility.system.Platform;

/** How a client encrypts a password, or a private key, for the platform: {@code SM2:} and hexadecimal C1C3C2. */
public final class Sm2 {

    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final ECPoint publicKey;

    private Sm2(ECPoint publicKey) {
        this.publicKey = publicKey;
    }

    /** The key of the platform under test. */
    public static Sm2 of(Platform platform) {
        String hex = platform.anonymous()
                .get("platform/v1/crypto/sm2")
                .expect(200)
                .json()
                .getString("publicKey");
        return new Sm2(CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex)));
    }

    /** A key that the platform under test does not have. */
    public static Sm2 ofAnotherPlatform() {
        return new Sm2(CURVE.getG().multiply(new BigInteger(128, new SecureRandom()).add(BigInteger.ONE)));
    }

    public String encrypt(String password) {
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
