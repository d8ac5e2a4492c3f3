package org.computility.trading.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.Party;
import org.computility.trading.registration.OfferedData;

/** A demand bound to a data resource, with the terms of that moment. Later prices do not touch it. */
@Entity
@Table(name = "confirmation")
class Confirmation {

    private static final String SETTLED = "已结算";
    private static final String NOT_SETTLED = "未结算";

    @Id
    private UUID confirmId;

    @Version
    private int version;

    private UUID demandId;
    private UUID registrationId;
    private String dataId;
    private String owner;

    @Column
    private UUID ownerOrganisationId;

    private String demander;

    @Column
    private UUID demanderOrganisationId;

    private BigDecimal price;

    @Column
    private String currency;

    private Instant settledAt;

    @Column
    private Instant confirmedAt;

    protected Confirmation() {}

    static Confirmation bind(UUID demandId, Party demander, OfferedData offered, Instant now) {
        Confirmation bound = new Confirmation();
        bound.confirmId = UUID.randomUUID();
        bound.demandId = demandId;
        bound.registrationId = offered.registrationId();
        bound.dataId = offered.dataId();
        bound.owner = offered.owner().name();
        bound.ownerOrganisationId = offered.owner().organisationId();
        bound.demander = demander.name();
        bound.demanderOrganisationId = demander.organisationId();
        bound.price = offered.price().amount();
        bound.currency = offered.price().currency();
        bound.confirmedAt = now;
        return bound;
    }

    /** Returns when it is about this resource: the same confirmation once more. */
    void requireResource(String registration, String data) {
        if (!registrationId.toString().equalsIgnoreCase(registration) || (data != null && !data.equals(dataId))) {
            throw new Conflict(
                    "demand-confirmed",
                    new Member("demandId"),
                    "The demand of {member} is confirmed already, with the data resource " + registrationId + ".");
        }
    }

    UUID confirmId() {
        return confirmId;
    }

    ConfirmationView view() {
        return new ConfirmationView(confirmId.toString(), owner, demander, dataId, demandId.toString(), price);
    }

    SettlementBasisView basis() {
        return new SettlementBasisView(
                owner,
                demander,
                registrationId.toString(),
                dataId,
                demandId.toString(),
                price,
                settledAt == null ? NOT_SETTLED : SETTLED);
    }
}
