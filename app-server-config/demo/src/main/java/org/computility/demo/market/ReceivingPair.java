package org.computility.demo.market;

import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A buyer's own pair, and what it opens: the private key of a delivery, and with that the data. The same as {@code openssl
 * cms -decrypt} does in {@code docs/trading.md}.
 */
final class ReceivingPair {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int LINE = 64;

    private final KeyPair pair;

    ReceivingPair() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        pair = pairs.generateKeyPair();
    }

    /** PEM. */
    String publicKey() {
        byte[] newline = {'\n'};
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, newline)
                        .encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /**
     * The data of a delivery.
     *
     * @param handed {@code private_key} of the settlement
     * @param dataFile {@code data_file} of the delivery
     */
    byte[] open(JsonObject handed, String dataFile) throws GeneralSecurityException, CMSException {
        byte[] pkcs8 = open(Base64.getDecoder().decode(handed.getString("value")), pair.getPrivate());
        PrivateKey delivery = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return open(Base64.getDecoder().decode(dataFile), delivery);
    }

    private static byte[] open(byte[] envelope, PrivateKey key) throws CMSException {
        RecipientInformation recipient = new CMSAuthEnvelopedData(envelope)
                .getRecipientInfos()
                .iterator()
                .next();
        return recipient.getContent(new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(PROVIDER));
    }
}
