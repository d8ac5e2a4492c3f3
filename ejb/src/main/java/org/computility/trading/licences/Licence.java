package org.computility.trading.licences;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.computility.shared.StandardTime;
import org.computility.trading.licences.LicenceView.Restrictions;
import org.computility.trading.licences.LicenceView.Term;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a licensor allows a licensee. It is signed once and kept as it was signed; a renewal is a licence of its own. */
@Entity
@Table(name = "licence")
class Licence {

    @Id
    private UUID licenceId;

    private UUID confirmId;
    private UUID orderId;
    private String licensor;
    private UUID licensorOrganisationId;
    private String licensee;
    private String registrationId;
    private String dataId;
    private String resourceUrl;
    private String contentSha256;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] prohibited;

    private String startDate;
    private String endDate;
    private Instant endsAt;
    private String watermark;
    private String signature;

    @Column
    private Instant issuedAt;

    private UUID replacedBy;
    private Instant revokedAt;

    protected Licence() {}

    /**
     * A new one.
     *
     * @param trade what was agreed, with the term that begins now
     * @param signing by the licensor; the watermark is a signature, too, which the one over the whole licence covers
     */
    static Licence issue(LicenceTerms trade, UnaryOperator<String> signing) {
        Licence licence = new Licence();
        licence.licenceId = UUID.randomUUID();
        licence.confirmId = trade.confirmId();
        licence.orderId = trade.orderId();
        licence.licensor = trade.licensor();
        licence.licensorOrganisationId = trade.licensorOrganisationId();
        licence.licensee = trade.licensee();
        licence.registrationId = trade.registrationId();
        licence.dataId = trade.dataId();
        licence.resourceUrl = trade.resourceUrl();
        licence.contentSha256 = trade.contentSha256();
        licence.prohibited = Restrictions.USUAL.prohibited().toArray(new String[0]);
        licence.startDate = StandardTime.seconds(trade.startsAt());
        licence.endDate = StandardTime.seconds(trade.endsAt());
        licence.endsAt = trade.endsAt();
        licence.issuedAt = trade.startsAt();
        licence.watermark = signing.apply(licence.bound());
        licence.signature = signing.apply(LicenceText.of(licence.view()));
        return licence;
    }

    /** What the watermark binds; without a content where the platform does not know it. Outsiders write it down from the licence and the data. */
    String bound() {
        List<String> bound = new ArrayList<>(List.of(licenceId.toString(), licensee, dataId));
        if (contentSha256 != null) {
            bound.add(contentSha256);
        }
        return String.join("\n", bound);
    }

    /** The same for a term that begins now; it ends no earlier than this one does. */
    LicenceTerms renewed(String sha256, Instant from, Instant until) {
        return new LicenceTerms(
                confirmId,
                orderId,
                licensor,
                licensorOrganisationId,
                licensee,
                registrationId,
                dataId,
                resourceUrl,
                sha256,
                from,
                until.isBefore(endsAt) ? endsAt : until);
    }

    void replaceBy(Licence next) {
        replacedBy = next.licenceId;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** The order of a subscription; null for data. */
    UUID orderId() {
        return orderId;
    }

    UUID licensorOrganisationId() {
        return licensorOrganisationId;
    }

    boolean isReplaced() {
        return replacedBy != null;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    GoodLicence good() {
        return new GoodLicence(licenceId, confirmId, licensorOrganisationId, contentSha256, endsAt);
    }

    LicenceView view() {
        return new LicenceView(
                licenceId.toString(),
                licensor,
                licensee,
                registrationId,
                dataId,
                resourceUrl,
                watermark,
                signature,
                new Restrictions(List.of(prohibited)),
                new Term(startDate, endDate));
    }
}
