package org.computility.energy.carbon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** What holds of a center's electricity from an instant until the next that is said. */
@Entity
@Table(name = "carbon_factor")
class CarbonFactor {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    private Long id;

    @Version
    private int version;

    @Column
    private int centerId;

    private Instant validFrom;
    private BigDecimal kgPerKwh;

    protected CarbonFactor() {}

    static CarbonFactor say(int centerId, Instant validFrom, BigDecimal kgPerKwh) {
        CarbonFactor factor = new CarbonFactor();
        factor.centerId = centerId;
        factor.validFrom = validFrom;
        factor.kgPerKwh = kgPerKwh;
        return factor;
    }

    /** Says otherwise; null: from then on there is none. */
    void correct(BigDecimal otherwise) {
        kgPerKwh = otherwise;
    }

    CarbonFactorView view() {
        return new CarbonFactorView(validFrom, kgPerKwh);
    }
}
