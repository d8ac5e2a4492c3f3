package org.computility.trading.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.computility.shared.StandardTime;
import org.computility.trading.contract.LicenceView.Restrictions;
import org.computility.trading.contract.LicenceView.Term;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a licensor allows a licensee. It is signed once and kept as it was signed. */
@Entity
@Table(name = "licence")
class Licence {

    @Id
    private UUID licenceId;

    @Column
    private UUID confirmId;

    @Column
    private UUID orderId;

    private String licensor;
    private UUID licensorOrganisationId;
    private String licensee;
    private UUID registrationId;
    private String dataId;
    private String resourceUrl;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] prohibited;

    private String startDate;
    private String endDate;
    private Instant endsAt;
    private String watermark;
    private String signature;

    protected Licence() {}

    /** @param trade what was agreed, with the term that begins now */
    static Licence issue(Terms trade, UnaryOperator<String> watermarking, UnaryOperator<String> signing) {
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
        licence.prohibited = Restrictions.USUAL.prohibited().toArray(new String[0]);
        licence.startDate = StandardTime.seconds(trade.startsAt());
        licence.endDate = StandardTime.seconds(trade.endsAt());
        licence.endsAt = trade.endsAt();
        licence.watermark = watermarking.apply(licence.bound());
        licence.signature = signing.apply(LicenceText.of(licence.view()));
        return licence;
    }

    /** What the watermark binds. */
    String bound() {
        return String.join("\n", licenceId.toString(), licensee, dataId);
    }

    /** The order of a subscription; null for data. */
    UUID orderId() {
        return orderId;
    }

    UUID licensorOrganisationId() {
        return licensorOrganisationId;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    LicenceView view() {
        return new LicenceView(
                licenceId.toString(),
                licensor,
                licensee,
                registrationId.toString(),
                dataId,
                resourceUrl,
                watermark,
                signature,
                new Restrictions(List.of(prohibited)),
                new Term(startDate, endDate));
    }

    /**
     * What a licence says. Times are whole seconds, as it shows them.
     *
     * @param confirmId of the trade with data; null for a subscription
     * @param orderId of the subscription; null for data
     */
    record Terms(
            UUID confirmId,
            UUID orderId,
            String licensor,
            UUID licensorOrganisationId,
            String licensee,
            UUID registrationId,
            String dataId,
            String resourceUrl,
            Instant startsAt,
            Instant endsAt) {}
}
