package org.computility.trading.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.computility.shared.StandardTime;
import org.computility.trading.contract.LicenceView.Restrictions;
import org.computility.trading.contract.LicenceView.Term;

/** What a licensor allows a licensee. It is signed once and never changes. */
@Entity
@Table(name = "licence")
class Licence {

    @Id
    private UUID licenceId;

    @Column
    private UUID confirmId;

    private String licensor;
    private UUID licensorOrganisationId;
    private String licensee;
    private UUID registrationId;
    private String dataId;
    private String resourceUrl;
    private Instant startsAt;
    private Instant endsAt;
    private String watermark;
    private String signature;

    protected Licence() {}

    /** @param trade what was agreed, with the term that begins now */
    static Licence issue(Terms trade, UnaryOperator<String> watermarking, UnaryOperator<String> signing) {
        Licence licence = new Licence();
        licence.licenceId = UUID.randomUUID();
        licence.confirmId = trade.confirmId();
        licence.licensor = trade.licensor();
        licence.licensorOrganisationId = trade.licensorOrganisationId();
        licence.licensee = trade.licensee();
        licence.registrationId = trade.registrationId();
        licence.dataId = trade.dataId();
        licence.resourceUrl = trade.resourceUrl();
        licence.startsAt = trade.startsAt();
        licence.endsAt = trade.endsAt();
        licence.watermark = watermarking.apply(licence.bound());
        licence.signature = signing.apply(LicenceText.of(licence.view()));
        return licence;
    }

    /** What the watermark binds. */
    String bound() {
        return String.join("\n", licenceId.toString(), licensee, dataId);
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
                Restrictions.USUAL,
                new Term(StandardTime.seconds(startsAt), StandardTime.seconds(endsAt)));
    }

    /** What a licence says. Times are whole seconds, as it shows them. */
    record Terms(
            UUID confirmId,
            String licensor,
            UUID licensorOrganisationId,
            String licensee,
            UUID registrationId,
            String dataId,
            String resourceUrl,
            Instant startsAt,
            Instant endsAt) {}
}
