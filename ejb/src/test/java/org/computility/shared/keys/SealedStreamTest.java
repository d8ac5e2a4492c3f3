package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

    private static final DeliveryPair PAIR = DeliveryPair.fresh(DeliveryPair.Algorithm.EC_P256);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 127, 128, 255, 256, 65_535, 65_536, 1_000_003})
    void whatWasSealedOpensAsItWas(int size) throws Exception {
        byte[] content = bytes(size);

        byte[] sealed = seal(content, SealedStream.of(size, PAIR.publicKey()));

        // In DER throughout, and nothing behind it.
        assertThat(ASN1Primitive.fromByteArray(sealed).getEncoded("DER")).isEqualTo(sealed);
        assertThat(open(sealed, PAIR)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(DeliveryPair.Algorithm.class)
    void itOpensWithAnyKindOfKeyAndInCounterMode(DeliveryPair.Algorithm algorithm) throws Exception {
        DeliveryPair pair = DeliveryPair.fresh(algorithm);
        byte[] content = bytes(1000);
        SealedStream stream = SealedStream.of(content.length, pair.publicKey());

        byte[] sealed = seal(content, stream);

        assertThat(open(sealed, pair)).isEqualTo(content);
        byte[] key = HexFormat.of().parseHex(new String(open(stream.sealedKey(), pair)));
        String cipher = algorithm == DeliveryPair.Algorithm.SM2 ? "SM4" : "AES";
        Cipher counter = Cipher.getInstance(cipher + "/CTR/NoPadding", new BouncyCastleProvider());
        counter.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, cipher),
                new IvParameterSpec(HexFormat.of().parseHex(stream.nonce() + "00000002")));
        int start = (int) stream.cipherStart();
        assertThat(counter.doFinal(sealed, start, content.length)).isEqualTo(content);
    }

    @Test
    void whatWasAlteredDoesNotOpen() throws Exception {
        byte[] sealed = seal(bytes(100), SealedStream.of(100, PAIR.publicKey()));
        sealed[sealed.length - 20] ^= 1;

        assertThatThrownBy(() -> open(sealed, PAIR)).isInstanceOfAny(CMSException.class, IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 101})
    void aContentOfAnotherSizeIsNotSealed(int size) {
        SealedStream stream = SealedStream.of(100, PAIR.publicKey());

        assertThatIOException().isThrownBy(() -> seal(bytes(size), stream)).withStackTraceContaining("another size");
    }

    @Test
    void lengthsBeyondFourGibibytesAreWritten() {
        byte[] small = head(100);
        byte[] large = head(5L << 30);

        // Five bytes a length in place of one, for what holds the content.
        assertThat(large).hasSizeGreaterThan(small.length + 12);
        assertThat(HexFormat.of().formatHex(large)).contains("80850140000000");
    }

    private static byte[] head(long size) {
        SealedStream stream = SealedStream.of(size, PAIR.publicKey());
        try (var sealed = stream.seal(new ByteArrayInputStream(new byte[0]))) {
            return sealed.readNBytes((int) stream.cipherStart());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] seal(byte[] content, SealedStream stream) throws IOException {
        try (var sealed = stream.seal(new ByteArrayInputStream(content))) {
            return sealed.readAllBytes();
        }
    }

    private static byte[] open(byte[] sealed, DeliveryPair pair)
            throws CMSException, GeneralSecurityException, IOException, CryptoException {
        if (PublicKeyText.isSm2(pair.publicKey())) {
            return Sm2Opening.open(sealed, pair.privateKey());
        }
        return new CMSAuthEnvelopedData(sealed)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(recipient(pair));
    }

    private static Recipient recipient(DeliveryPair pair) throws GeneralSecurityException {
        boolean rsa = PublicKeyText.isRsa(pair.publicKey());
        PrivateKey key =
                KeyFactory.getInstance(rsa ? "RSA" : "EC").generatePrivate(new PKCS8EncodedKeySpec(pair.privateKey()));
        return rsa
                ? new JceKeyTransEnvelopedRecipient(key).setProvider(new BouncyCastleProvider())
                : new JceKeyAgreeEnvelopedRecipient(key).setProvider(new BouncyCastleProvider());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
