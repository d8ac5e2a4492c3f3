package org.computility.identity.passwords;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * What SM2 made of a text, as different programs write it: C1C3C2 with the point's leading 04, without it, or in DER
 * (GM/T 0009: two coordinates, C3, C2).
 */
final class Sm2Cipher {

    private static final byte UNCOMPRESSED = 4;
    private static final int COORDINATE = 32;
    private static final int PARTS = 4;

    private Sm2Cipher() {}

    /** The C1C3C2 that these bytes may mean. The hash within tells which of them it is. */
    static List<byte[]> readings(byte[] cipher) {
        List<byte[]> readings = new ArrayList<>(List.of(cipher, Arrays.prepend(cipher, UNCOMPRESSED)));
        byte[] fromDer = fromDer(cipher);
        if (fromDer != null) {
            readings.add(fromDer);
        }
        return readings;
    }

    private static byte[] fromDer(byte[] cipher) {
        try {
            ASN1Sequence parts = ASN1Sequence.getInstance(cipher);
            if (parts.size() != PARTS) {
                return null;
            }
            byte[] x = coordinate(ASN1Integer.getInstance(parts.getObjectAt(0)));
            byte[] y = coordinate(ASN1Integer.getInstance(parts.getObjectAt(1)));
            byte[] hash = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
            byte[] text = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
            return Arrays.prepend(Arrays.concatenate(x, y, hash, text), UNCOMPRESSED);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // No DER: one of the other forms, or no cipher at all.
            return null;
        }
    }

    private static byte[] coordinate(ASN1Integer number) {
        BigInteger value = number.getPositiveValue();
        return BigIntegers.asUnsignedByteArray(COORDINATE, value);
    }
}
