package org.computility.federation.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A report about which the books differed when they were compared last. */
@Entity
@Table(name = "book_finding")
class BookFinding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column
    private int upperId;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private Integer centerId;
    private int upperCenterId;
    private String month;
    private Long knownOn;
    private Long upperKnownOn;
    private boolean lost;

    protected BookFinding() {}

    static BookFinding of(int upperId, Difference difference) {
        BookFinding finding = new BookFinding();
        finding.upperId = upperId;
        finding.kind = difference.kind();
        finding.centerId = difference.centerId();
        finding.upperCenterId = difference.upperCenterId();
        finding.month = difference.month();
        finding.knownOn = difference.knownOn();
        finding.upperKnownOn = difference.upperKnownOn();
        finding.lost = difference.lost();
        return finding;
    }

    Difference difference() {
        return new Difference(kind, centerId, upperCenterId, month, knownOn, upperKnownOn, lost);
    }
}
