package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;

class Sm2KeysTest {

    private final DeliveryPair pair = DeliveryPair.fresh(DeliveryPair.Algorithm.SM2);

    @Test
    void aPairIsTakenInEitherHalf() {
        assertThat(PublicKeyText.pem(pair.publicKey())).contains(pair.publicKey());
        assertThat(DeliveryPair.Algorithm.of(pair.publicKey())).isEqualTo(DeliveryPair.Algorithm.SM2);
        assertThat(taken(pair)).hasValueSatisfying(whole -> {
            assertThat(whole.publicKey()).isEqualTo(pair.publicKey());
            assertThat(whole.privateKey()).isEqualTo(pair.privateKey());
        });
        assertThat(taken(DeliveryPair.fresh(DeliveryPair.Algorithm.SM2))).isEmpty();
        assertThat(taken(DeliveryPair.fresh(DeliveryPair.Algorithm.EC_P256))).isEmpty();
        assertThat(taken(DeliveryPair.fresh(DeliveryPair.Algorithm.RSA_3072))).isEmpty();
        assertThat(DeliveryPair.of(pair.publicKey(), "AAAA")).isEmpty();
    }

    @Test
    void anEnvelopeNamesItsAlgorithmsAndOpensForItsHolderOnly() throws Exception {
        byte[] content = "水库".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = Envelope.seal(content, pair.publicKey());

        CMSAuthEnvelopedData cms = new CMSAuthEnvelopedData(sealed);
        RecipientInformation recipient =
                cms.getRecipientInfos().getRecipients().iterator().next();
        assertThat(recipient.getKeyEncryptionAlgOID()).isEqualTo("1.2.156.10197.1.301.3");
        assertThat(HexFormat.of().formatHex(sealed)).contains("2a811ccf55016808");
        assertThat(Sm2Opening.open(sealed, pair.privateKey())).isEqualTo(content);
        DeliveryPair other = DeliveryPair.fresh(DeliveryPair.Algorithm.SM2);
        assertThatThrownBy(() -> Sm2Opening.open(sealed, other.privateKey())).isInstanceOf(Exception.class);
        sealed[sealed.length - 20] ^= 1;
        assertThatThrownBy(() -> Sm2Opening.open(sealed, pair.privateKey())).isInstanceOf(Exception.class);
    }

    /** GM/T 0003.5, the example of encryption: its key, its random number, its cipher. */
    @Test
    void theStandardsExampleIsEncryptedToItsVeryBytes() throws Exception {
        HexFormat hex = HexFormat.of();
        ECNamedDomainParameters curve =
                new ECNamedDomainParameters(Sm2Keys.CURVE, CustomNamedCurves.getByOID(Sm2Keys.CURVE));
        ECPublicKeyParameters key = new ECPublicKeyParameters(
                curve.getCurve()
                        .decodePoint(hex.parseHex("04"
                                + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")),
                curve);
        String pem = PublicKeyText.armoured(
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());

        byte[] cipher = Sm2Keys.encrypt(
                "encryption standard".getBytes(StandardCharsets.US_ASCII),
                pem,
                new TestRandomBigInteger("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21", 16));

        assertThat(hex.withUpperCase().formatHex(cipher))
                .contains(
                        "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73",
                        "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0",
                        "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766")
                .endsWith("21886CA989CA9C7D58087307CA93092D651EFA");
    }

    private Optional<DeliveryPair> taken(DeliveryPair half) {
        return DeliveryPair.of(pair.publicKey(), Base64.getEncoder().encodeToString(half.privateKey()));
    }
}
