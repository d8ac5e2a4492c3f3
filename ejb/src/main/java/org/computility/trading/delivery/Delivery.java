package org.computility.trading.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.computility.shared.StandardTime;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.licences.GoodLicence;

/** That a licensee was handed its data. The proof is signed once and kept as it was signed. */
@Entity
@Table(name = "delivery")
class Delivery {

    @Id
    private UUID deliveryId;

    private UUID licenceId;
    private UUID confirmId;
    private UUID registrationId;

    @Column
    private Instant deliveredAt;

    private String deliveredText;
    private Instant validUntil;
    private String licensor;
    private String licensee;
    private String dataId;
    private String signature;

    protected Delivery() {}

    static Delivery of(
            SettledTrade trade, GoodLicence licence, SealedData data, UnaryOperator<String> signing, Instant now) {
        Delivery delivery = new Delivery();
        delivery.deliveryId = UUID.randomUUID();
        delivery.licenceId = licence.licenceId();
        delivery.confirmId = trade.confirmId();
        delivery.registrationId = data.registrationId();
        delivery.deliveredAt = now;
        delivery.deliveredText = StandardTime.seconds(now);
        delivery.validUntil = licence.endsAt();
        delivery.licensor = trade.owner();
        delivery.licensee = trade.buyer().name();
        delivery.dataId = trade.dataId();
        delivery.signature = signing.apply(ProofText.of(delivery.proof(data)));
        return delivery;
    }

    UUID registrationId() {
        return registrationId;
    }

    /** With what was delivered. */
    DeliveredData of(SealedData data) {
        return new DeliveredData(
                deliveryId, proof(data), data.fileSha256(), data.fileSize(), data.fitsIntoText(), validUntil);
    }

    private DeliveryProofView proof(SealedData data) {
        return new DeliveryProofView(
                DeliveryProofView.DELIVERED,
                deliveryId.toString(),
                confirmId.toString(),
                licenceId.toString(),
                licensor,
                licensee,
                dataId,
                deliveredText,
                data.content(),
                data.file(),
                signature,
                null);
    }
}
