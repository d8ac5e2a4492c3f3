package org.computility.energy.meters;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.computility.energy.Amount;
import org.computility.energy.MeterKind;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** A counter at a computing center. */
@Entity
@Table(name = "energy_meter")
class Meter {

    private static final Member MODULUS = new Member("modulus");

    @Id
    private String code;

    @Version
    private int version;

    private int centerId;

    @Enumerated(EnumType.STRING)
    private MeterKind kind;

    private String name;
    private Long modulus;
    private Instant createdAt;
    private Instant retiredAt;

    protected Meter() {}

    static Meter open(int centerId, NewMeter wanted, Instant now) {
        Meter meter = new Meter();
        meter.code = wanted.code();
        meter.centerId = centerId;
        meter.kind = wanted.kind();
        meter.name = wanted.name();
        meter.modulus = wanted.modulus() == null ? null : Amount.of(MODULUS, wanted.modulus());
        if (meter.modulus != null && meter.modulus == 0) {
            throw new Rejected("member-invalid", MODULUS, "{member} is above 0.");
        }
        meter.createdAt = now;
        return meter;
    }

    /** Whether it is what another opening would make: then the call is a repeated one. */
    boolean isAs(Meter other) {
        return centerId == other.centerId
                && kind == other.kind
                && Objects.equals(name, other.name)
                && Objects.equals(modulus, other.modulus);
    }

    /** Takes it out of service; what it counted stays. Out of service it remains as it is. */
    void retire(Instant now) {
        retiredAt = retiredAt == null ? now : retiredAt;
    }

    /**
     * Its device counts by another width from now on. A modulus that somebody said stays.
     *
     * @param before by which its device counted until now; null: by none
     * @param width null: the device does not tell
     */
    void takeWidth(BigDecimal before, BigDecimal width) {
        if (Objects.equals(modulus, ofWidth(before))) {
            modulus = ofWidth(width);
        }
    }

    /** Rounded up, so that whatever the device shows is below; null for a width that no meter reaches. */
    private static Long ofWidth(BigDecimal width) {
        return width == null || width.compareTo(Amount.MOST) >= 0
                ? null
                : Amount.thousandths(width.setScale(Amount.PLACES, RoundingMode.CEILING));
    }

    MeterView view() {
        return new MeterView(
                code,
                centerId,
                kind,
                kind.unit(),
                name,
                modulus == null ? null : Amount.value(modulus),
                createdAt,
                retiredAt);
    }
}
