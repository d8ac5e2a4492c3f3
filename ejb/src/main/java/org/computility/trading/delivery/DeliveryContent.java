package org.computility.trading.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.MarketIds;
import org.computility.trading.licences.LicenceCheck;

/** Hands an encrypted file to whoever shows the signed link of its delivery. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryContent {

    @EJB
    DeliveryRecording recording;

    @EJB
    LicenceCheck licences;

    @Inject
    DeliveredFiles files;

    /** A file on this server and what names its content. */
    public record Content(Path path, String sha256, long size) {}

    /**
     * The bytes behind a link.
     *
     * @throws org.computility.shared.Denied {@code link-invalid}, {@code link-expired}; {@code licence-revoked}
     * @throws NotFound {@code data-delivery-unknown}
     * @throws org.computility.shared.Conflict {@code content-missing}
     */
    public Content open(String deliveryId, String expires, String signature) {
        files.check(deliveryId, expires, signature);
        Supplier<NotFound> unknown = () -> new NotFound(
                "data-delivery-unknown", new Member("deliveryId"), "There is no delivery " + deliveryId + ".");
        DeliveredData delivered =
                recording.find(MarketIds.read(deliveryId, unknown)).orElseThrow(unknown);
        licences.requireRunning(UUID.fromString(delivered.proof().confirmId()));
        return new Content(files.file(delivered), delivered.fileSha256(), delivered.fileSize());
    }
}
