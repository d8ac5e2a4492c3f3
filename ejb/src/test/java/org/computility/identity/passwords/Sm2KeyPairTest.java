package org.computility.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class Sm2KeyPairTest {

    private final Sm2KeyPair pair = Sm2KeyPair.generate();

    @RepeatedTest(20)
    void opensWhatWasEncryptedForIt() {
        String hex = Sm2ForTests.encrypt(pair.publicKey(), "p@ss 密码");

        assertThat(pair.decrypt(hex)).isEqualTo("p@ss 密码");
        assertThat(pair.decrypt(hex.toUpperCase(Locale.ROOT))).isEqualTo("p@ss 密码");
    }

    @RepeatedTest(20)
    void takesAPointWithoutItsLeading04() {
        String hex = Sm2ForTests.encrypt(pair.publicKey(), "secret");

        assertThat(hex).startsWith("04");
        assertThat(pair.decrypt(hex.substring(2))).isEqualTo("secret");
    }

    @RepeatedTest(20)
    void takesDer() throws IOException {
        byte[] cipher = HexFormat.of().parseHex(Sm2ForTests.encrypt(pair.publicKey(), "p@ss 密码"));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, 1, 33))));
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(cipher, 33, 65))));
        parts.add(new DEROctetString(Arrays.copyOfRange(cipher, 65, 97)));
        parts.add(new DEROctetString(Arrays.copyOfRange(cipher, 97, cipher.length)));

        assertThat(pair.decrypt(HexFormat.of().formatHex(new DERSequence(parts).getEncoded())))
                .isEqualTo("p@ss 密码");
    }

    @Test
    void refusesWhatWasEncryptedForAnother() {
        String hex = Sm2ForTests.encrypt(Sm2KeyPair.generate().publicKey(), "secret");

        assertThatThrownBy(() -> pair.decrypt(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoCipher() {
        for (String hex :
                new String[] {"", "04", "zz", "0", "00".repeat(97), "04" + "ff".repeat(100), "3000", "300402020101"}) {
            assertThatThrownBy(() -> pair.decrypt(hex)).as(hex).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void opensTheStandardsOwnExample() {
        // GB/T 32918.5 annex C: key pair, message "encryption standard", cipher C1C3C2.
        Sm2KeyPair standard = Sm2KeyPair.of(
                HexFormat.of().parseHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));

        assertThat(HexFormat.of().formatHex(standard.publicKey()))
                .isEqualTo("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        assertThat(standard.decrypt(
                        "04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36"
                                + "daab8f950a3c64e6ee6a63094d99283aff767e124df059983c18f809e262923c53aec295d30383b54e39d609d160af"
                                + "cb1908d0bd876621886ca989ca9c7d58087307ca93092d651efa"))
                .isEqualTo("encryption standard");
    }

    @Test
    void neverPrintsThePrivateKey() {
        assertThat(pair.toString()).doesNotContain(HexFormat.of().formatHex(pair.privateKey()));
    }
}
