package org.computility.shared.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A content of any size encrypted as {@link Envelope} does, while it is read: CMS AuthEnvelopedData in DER, of which no more than a
 * buffer is in memory. The encrypted bytes stand in one piece, so that programs that hold a whole CMS in memory are not
 * needed: from {@link #cipherStart} on, as many as the content has, they are AES-256, or SM4 for a key of SM2, in counter mode.
 */
public final class SealedStream {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int EXPLICIT_0 = 0xA0;
    private static final int IMPLICIT_0 = 0x80;

    private final ContentCipher cipher;
    private final byte[] key;
    private final byte[] nonce = SecretBytes.fresh(NONCE_BYTES);
    private final long size;
    private final String publicPem;
    private final byte[] head;

    private SealedStream(long size, String publicPem) {
        this.size = size;
        this.publicPem = publicPem;
        cipher = ContentCipher.of(publicPem);
        key = cipher.freshKey();
        try {
            head = head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For the holder of that key; different each time.
     *
     * @param size of the content, in bytes
     * @param publicPem as {@link PublicKeyText#pem} writes it
     */
    public static SealedStream of(long size, String publicPem) {
        return new SealedStream(size, publicPem);
    }

    /** The CMS, to be read once; fails where the content has another size. */
    public InputStream seal(InputStream content) {
        GCMModeCipher mode = GCMBlockCipher.newInstance(cipher.engine());
        mode.init(true, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce));
        // Answers the encrypted bytes and behind them the tag, which has a head of its own.
        InputStream encrypted = new CipherInputStream(new ExactStream(content, size), mode);
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head),
                new PartStream(encrypted, size),
                new ByteArrayInputStream(new byte[] {OCTETS, TAG_BYTES}),
                encrypted)));
    }

    /** Where the encrypted bytes begin. */
    public long cipherStart() {
        return head.length;
    }

    /** In hexadecimal. The counter mode of GCM begins with it and {@code 00000002}. */
    public String nonce() {
        return Hashes.hex(nonce);
    }

    /** The key of the content, hexadecimal, in an {@link Envelope} of its own for the same holder. */
    public byte[] sealedKey() {
        return Envelope.seal(Hashes.hex(key).getBytes(StandardCharsets.US_ASCII), publicPem);
    }

    /** RFC 5083 section 2.1, up to the encrypted bytes; built by hand, since lengths stand before what they measure. */
    private byte[] head() throws IOException {
        byte[] version = new ASN1Integer(0).getEncoded();
        byte[] recipients = new DERSet(Envelope.recipient(key, publicPem)).getEncoded();
        byte[] type = CMSObjectIdentifiers.data.getEncoded();
        byte[] algorithm = der(new AlgorithmIdentifier(cipher.oid(), new GCMParameters(nonce, TAG_BYTES)));
        byte[] octets = tag(IMPLICIT_0, size);
        long content = (long) type.length + algorithm.length + octets.length + size;
        byte[] contentHead = tag(SEQUENCE, content);
        long body = (long) version.length + recipients.length + contentHead.length + content + 2 + TAG_BYTES;
        byte[] bodyHead = tag(SEQUENCE, body);
        byte[] wrapped = tag(EXPLICIT_0, bodyHead.length + body);
        byte[] kind = CMSObjectIdentifiers.authEnvelopedData.getEncoded();
        byte[] whole = tag(SEQUENCE, kind.length + wrapped.length + bodyHead.length + body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part :
                List.of(whole, kind, wrapped, bodyHead, version, recipients, contentHead, type, algorithm, octets)) {
            out.write(part);
        }
        return out.toByteArray();
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded("DER");
    }

    /** A tag and the length behind it, in the shortest form. */
    private static byte[] tag(int tag, long length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] head = new byte[2 + bytes];
        head[0] = (byte) tag;
        head[1] = (byte) (0x80 | bytes);
        for (int i = 0; i < bytes; i++) {
            head[2 + i] = (byte) (length >>> Byte.SIZE * (bytes - 1 - i));
        }
        return head;
    }
}
