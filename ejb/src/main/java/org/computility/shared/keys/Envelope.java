package org.computility.shared.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.computility.shared.keys.DeliveryPair.Algorithm;

/**
 * Contents encrypted for the holder of a key: CMS AuthEnvelopedData (RFC 5083), the content by AES-256-GCM under a random key,
 * that key by RSA-OAEP (SHA-256) or ECDH on P-256 (X9.63 KDF with SHA-256, AES-256 key wrap), which {@code openssl cms -decrypt}
 * opens. For a key of SM2 the content is encrypted by SM4-GCM and its key by SM2, written as GM/T 0009 and GM/T 0010 do.
 */
public final class Envelope {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier OAEP = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                    SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));

    /** 1.2.156.10197.1.301.3: encryption with SM2. */
    private static final AlgorithmIdentifier SM2 = new AlgorithmIdentifier(Sm2Keys.CURVE.branch("3"));

    private Envelope() {}

    /**
     * The content for the holder of that key, in DER; different each time.
     *
     * @param publicPem as {@link PublicKeyText#pem} writes it
     */
    public static byte[] seal(byte[] content, String publicPem) {
        return Algorithm.of(publicPem) == Algorithm.SM2 ? sealBySm2(content, publicPem) : sealByCms(content, publicPem);
    }

    private static byte[] sealBySm2(byte[] content, String publicPem) {
        try (InputStream sealed = SealedStream.of(content.length, publicPem).seal(new ByteArrayInputStream(content))) {
            return sealed.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("A content could not be encrypted", e);
        }
    }

    private static byte[] sealByCms(byte[] content, String publicPem) {
        try {
            CMSAuthEnvelopedDataGenerator envelope = new CMSAuthEnvelopedDataGenerator();
            envelope.addRecipientInfoGenerator(recipient(publicPem));
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(PROVIDER)
                            .build();
            return envelope.generate(new CMSProcessableByteArray(content), encryptor)
                    .getEncoded();
        } catch (CMSException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A content could not be encrypted", e);
        }
    }

    /** A content's key for the holder of that public key. */
    static RecipientInfo recipient(byte[] contentKey, String publicPem) {
        if (Algorithm.of(publicPem) == Algorithm.SM2) {
            return sm2Recipient(contentKey, publicPem);
        }
        try {
            return recipient(publicPem)
                    .generate(new JceGenericKey(
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM),
                            new SecretKeySpec(contentKey, "AES")));
        } catch (CMSException | GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be encrypted", e);
        }
    }

    private static RecipientInfo sm2Recipient(byte[] contentKey, String publicPem) {
        return new RecipientInfo(new KeyTransRecipientInfo(
                new RecipientIdentifier(new DEROctetString(keyId(PublicKeyText.der(publicPem)))),
                SM2,
                new DEROctetString(Sm2Keys.encrypt(contentKey, publicPem))));
    }

    private static RecipientInfoGenerator recipient(String publicPem) throws GeneralSecurityException, CMSException {
        PublicKey key = PublicKeyText.read(publicPem);
        byte[] keyId = keyId(key.getEncoded());
        return PublicKeyText.isRsa(publicPem)
                ? new JceKeyTransRecipientInfoGenerator(keyId, OAEP, key).setProvider(PROVIDER)
                : agreement().addRecipient(keyId, key).setProvider(PROVIDER);
    }

    private static JceKeyAgreeRecipientInfoGenerator agreement() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair once = pairs.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP);
    }

    /** RFC 5280 section 4.2.1.2, method 1, with SHA-256 cut to 20 bytes: names the key, proves nothing. */
    private static byte[] keyId(byte[] key) {
        byte[] bits = SubjectPublicKeyInfo.getInstance(key).getPublicKeyData().getBytes();
        return Arrays.copyOf(Hashes.sha256().digest(bits), 20);
    }
}
