package org.computility.reporting.duplicates.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.duplicates.CenterPairView;
import org.computility.reporting.duplicates.PairState;
import org.computility.reporting.duplicates.matching.Agreement;
import org.computility.reporting.duplicates.matching.Evidence;
import org.computility.reporting.duplicates.matching.Verdict;

/** Two reported centers that may be one, as {@code /platform/v1} answers them. */
public record DuplicateView(
        int id,
        PairState state,
        Verdict verdict,
        EvidenceView evidence,
        PartyView first,
        PartyView second,
        Instant foundAt,
        Integer stays,
        String decidedBy,
        Instant decidedAt,
        String reason,
        Long knownOn) {

    /** What the verdict rests on, part by part. */
    public record EvidenceView(
            double score, double name, Agreement parts, int metres, Agreement city, Agreement type, Agreement date) {

        private static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.score(),
                    evidence.name(),
                    evidence.parts(),
                    evidence.metres(),
                    evidence.city(),
                    evidence.type(),
                    evidence.date());
        }
    }

    /** One of the two, and who reports it. */
    public record PartyView(
            int centerId,
            UUID organisationId,
            String name,
            String province,
            String city,
            BigDecimal longitude,
            BigDecimal latitude,
            int type,
            LocalDate productionDate) {

        private static PartyView of(ReportedCenterView center) {
            return new PartyView(
                    center.id(),
                    center.organisationId(),
                    center.name(),
                    center.province(),
                    center.city(),
                    center.longitude(),
                    center.latitude(),
                    center.type(),
                    center.productionDate());
        }
    }

    static DuplicateView of(CenterPairView pair) {
        return new DuplicateView(
                pair.id(),
                pair.state(),
                pair.evidence().verdict(),
                EvidenceView.of(pair.evidence()),
                PartyView.of(pair.first()),
                PartyView.of(pair.second()),
                pair.foundAt(),
                pair.stays(),
                pair.decidedBy(),
                pair.decidedAt(),
                pair.reason(),
                pair.knownOn());
    }
}
