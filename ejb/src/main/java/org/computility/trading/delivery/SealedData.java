package org.computility.trading.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is delivered of a data resource, to each of its buyers: its content, encrypted once. */
@Entity
@Table(name = "sealed_data")
class SealedData {

    /** A text of larger files would have to be whole in memory. */
    private static final long LARGEST_AS_TEXT = 8L << 20;

    @Id
    private UUID registrationId;

    private String contentSha256;
    private long contentSize;
    private String fileSha256;
    private long fileSize;
    private long cipherStart;
    private String nonce;
    private String dataKey;

    @Column
    private Instant sealedAt;

    protected SealedData() {}

    UUID registrationId() {
        return registrationId;
    }

    String fileSha256() {
        return fileSha256;
    }

    long fileSize() {
        return fileSize;
    }

    /** Whether the whole file goes into an answer, as {@code data_file}. */
    boolean fitsIntoText() {
        return contentSize <= LARGEST_AS_TEXT;
    }

    DeliveryProofView.Content content() {
        return new DeliveryProofView.Content(contentSha256, contentSize);
    }

    DeliveryProofView.File file() {
        return new DeliveryProofView.File("CMS", fileSha256, fileSize, cipherStart, nonce, dataKey);
    }
}
