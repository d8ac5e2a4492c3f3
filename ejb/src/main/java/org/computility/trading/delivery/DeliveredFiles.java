package org.computility.trading.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.computility.datasets.ContentStore;
import org.computility.shared.StandardTime;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;
import org.computility.shared.space.AnswerRoom;

/** Encrypted files, in an answer or behind a link that is good as long as the licence. */
@Dependent
class DeliveredFiles {

    private static final LinkKind LINKS =
            new LinkKind("delivery-links", "have the data delivered with a licence that runs");

    /** The bytes, and a third more as Base64: as bytes, as a text and on its way out. */
    private static final int COPIES = 5;

    @Inject
    ContentStore contents;

    @Inject
    SignedLinks links;

    @Inject
    AnswerRoom room;

    /**
     * The delivery as it is answered.
     *
     * @param whole with the file itself, if it fits
     * @throws org.computility.shared.Unavailable {@code server-busy} when other answers take the memory
     */
    DeliveryView view(DeliveredData delivered, boolean whole) {
        return new DeliveryView(
                whole && delivered.fitsIntoText() ? text(delivered) : null,
                delivered.proof().with(link(delivered.deliveryId(), delivered.validUntil())));
    }

    Path file(DeliveredData delivered) {
        return contents.find(delivered.fileSha256()).orElseThrow(DataSealing::missing);
    }

    void check(String deliveryId, String expires, String signature) {
        links.check(LINKS, deliveryId, expires, signature);
    }

    private String text(DeliveredData delivered) {
        room.take(COPIES * delivered.fileSize());
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file(delivered)));
        } catch (IOException e) {
            throw DataSealing.missing();
        }
    }

    private DeliveryProofView.Link link(UUID deliveryId, Instant until) {
        String path = "/platform/v1/market/deliveries/" + deliveryId + "/content";
        return new DeliveryProofView.Link(
                links.linkUntil(LINKS, path, deliveryId.toString(), until).toString(), StandardTime.seconds(until));
    }
}
