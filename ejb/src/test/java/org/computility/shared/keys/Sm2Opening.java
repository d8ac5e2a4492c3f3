package org.computility.shared.keys;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** How the holder of a key of SM2 opens what was encrypted for it. */
final class Sm2Opening {

    private Sm2Opening() {}

    static byte[] open(byte[] cms, byte[] pkcs8) throws IOException, CryptoException {
        AuthEnvelopedData whole =
                AuthEnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
        KeyTransRecipientInfo recipient = KeyTransRecipientInfo.getInstance(
                RecipientInfo.getInstance(whole.getRecipientInfos().getObjectAt(0))
                        .getInfo());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, PrivateKeyFactory.createKey(pkcs8));
        byte[] wrapped = flat(recipient.getEncryptedKey().getOctets());
        byte[] key = engine.processBlock(wrapped, 0, wrapped.length);
        GCMParameters parameters = GCMParameters.getInstance(whole.getAuthEncryptedContentInfo()
                .getContentEncryptionAlgorithm()
                .getParameters());
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(key), 128, parameters.getNonce()));
        byte[] encrypted = Arrays.concatenate(
                whole.getAuthEncryptedContentInfo().getEncryptedContent().getOctets(),
                whole.getMac().getOctets());
        byte[] content = new byte[cipher.getOutputSize(encrypted.length)];
        int done = cipher.processBytes(encrypted, 0, encrypted.length, content, 0);
        cipher.doFinal(content, done);
        return content;
    }

    private static byte[] flat(byte[] der) {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        return Arrays.concatenate(
                new byte[] {4},
                Arrays.concatenate(coordinate(parts, 0), coordinate(parts, 1)),
                ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets(),
                ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets());
    }

    private static byte[] coordinate(ASN1Sequence parts, int index) {
        return BigIntegers.asUnsignedByteArray(
                32, ASN1Integer.getInstance(parts.getObjectAt(index)).getValue());
    }
}
