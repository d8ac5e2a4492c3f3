package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
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

    private Optional<DeliveryPair> taken(DeliveryPair half) {
        return DeliveryPair.of(pair.publicKey(), Base64.getEncoder().encodeToString(half.privateKey()));
    }
}
