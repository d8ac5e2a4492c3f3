package org.computility.trading.delivery;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** What is signed of a proof of delivery: its JSON without signature and link, canonical by RFC 8785. */
final class ProofText {

    private ProofText() {}

    static String of(DeliveryProofView proof) {
        DeliveryProofView.File file = proof.file();
        JsonObjectBuilder text = JSON.createObjectBuilder()
                .add("status", proof.status())
                .add("deliveryID", proof.deliveryId())
                .add("confirmID", proof.confirmId())
                .add("licensesID", proof.licenceId())
                .add("licensor", proof.licensor())
                .add("licensee", proof.licensee())
                .add("dataID", proof.dataId())
                .add("deliveredAt", proof.deliveredAt())
                .add(
                        "content",
                        JSON.createObjectBuilder()
                                .add("sha256", proof.content().sha256())
                                .add("size", proof.content().size()))
                .add(
                        "file",
                        JSON.createObjectBuilder()
                                .add("format", file.format())
                                .add("sha256", file.sha256())
                                .add("size", file.size())
                                .add("cipherStart", file.cipherStart())
                                .add("nonce", file.nonce())
                                .add("dataKey", file.dataKey()));
        try {
            return new JsonCanonicalizer(text.build().toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
