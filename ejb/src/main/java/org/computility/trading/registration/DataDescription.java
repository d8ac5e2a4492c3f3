package org.computility.trading.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What its owner says of a data resource (T/AI 123.12 table A.2). */
@Embeddable
record DataDescription(
        String dataId,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> keyWords,
        @Column(name = "description") String text,
        String dataType,
        String dataFormat,
        BigDecimal dataSize,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> dataCategory,
        Instant collectionTime,
        String country,
        String providerUrl,
        String resourceUrl,
        String ownershipConfirm,
        boolean subscribable) {

    static DataDescription of(NewOffering wanted) {
        return new DataDescription(
                wanted.dataId(),
                wanted.keyWords(),
                wanted.description(),
                wanted.dataType(),
                wanted.dataFormat(),
                plain(wanted.dataSize()),
                wanted.dataCategory(),
                wanted.collectionTime().truncatedTo(ChronoUnit.MILLIS),
                wanted.country(),
                wanted.providerUrl(),
                wanted.resourceUrl(),
                wanted.ownershipConfirm(),
                wanted.subscribable());
    }

    static DataDescription of(NewControlledData wanted) {
        return new DataDescription(
                wanted.dataId(),
                wanted.keyWords(),
                wanted.description(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Whether the data space said the same of its data. */
    boolean says(NewControlledData wanted) {
        return keyWords.equals(wanted.keyWords()) && Objects.equals(text, wanted.description());
    }

    /** Under which type it is found; table A.8 names none, and what it publishes are data sets. */
    String marketType() {
        return dataType == null ? "dataset" : dataType;
    }

    /** Where it can be had; controlled data only in its data space. */
    String address() {
        return resourceUrl == null ? "controlled:" + dataId : resourceUrl;
    }

    /** As the database gives it back. */
    private static BigDecimal plain(BigDecimal size) {
        return new BigDecimal(size.stripTrailingZeros().toPlainString());
    }
}
