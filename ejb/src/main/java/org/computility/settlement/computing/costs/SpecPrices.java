package org.computility.settlement.computing.costs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.centers.CenterDirectory;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.NewPrice;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/**
 * Prices of resource specs (T/AI 123.8 clause 7.1), by the second and node, and by the call of a service. A price never changes; a later
 * one ends it.
 */
@Stateless
public class SpecPrices {

    /** Above, a month of many nodes would cost more than can be posted. */
    private static final BigDecimal DEAREST = BigDecimal.TEN.pow(4);

    /** As a tariff has them. */
    private static final int PLACES = 10;

    @EJB
    PriceLists prices;

    @EJB
    CenterDirectory centers;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * The price from then on; the last price from the same instant, or once more while it holds, changes nothing. For administrators. NotFound {@code
     * spec-unknown}; Rejected {@code member-invalid}, {@code price-past}; Conflict {@code price-retroactive} before a price that
     * is announced already, {@code price-unlike} in another currency than the last one, or than that of the other unit.
     */
    public SpecPriceView publish(String specId, NewSpecPrice price) {
        caller.require(Role.ADMINISTRATOR);
        requireKnown(specId);
        BigDecimal unitPrice = price.unitPrice();
        if (unitPrice.signum() < 0 || unitPrice.compareTo(DEAREST) > 0) {
            throw new Rejected(
                    "member-invalid",
                    new Member("unitPrice"),
                    "{member} is between 0 and " + DEAREST.toPlainString() + ".");
        }
        if (unitPrice.stripTrailingZeros().scale() > PLACES) {
            throw new Rejected(
                    "member-invalid", new Member("unitPrice"), "{member} has at most " + PLACES + " decimal places.");
        }
        String currency = Objects.requireNonNullElse(price.currency(), Money.CNY);
        Money.zero(currency);
        boolean calls = price.unit() == UsageUnit.CALL;
        prices.hold(seconds(specId).list());
        requireAlike(calls ? seconds(specId) : calls(specId), currency);
        Subject subject = calls ? calls(specId) : seconds(specId);
        Tariff tariff = Tariff.flat(BillingType.METERED, calls ? UsageUnit.CALL : UsageUnit.SECOND, unitPrice);
        return SpecPriceView.of(specId, prices.publish(new NewPrice(subject, currency, tariff, price.validFrom())));
    }

    // What a job has cost is one sum.
    private void requireAlike(Subject other, String currency) {
        if (prices.versions(other.list()).stream()
                .anyMatch(price -> !price.currency().equals(currency))) {
            throw new Conflict("price-unlike", "Seconds and calls of a spec are paid in one currency.");
        }
    }

    /** All prices of a spec, those of seconds first, and the earliest first; for everybody but devices. NotFound {@code spec-unknown}. */
    public List<SpecPriceView> prices(String specId) {
        caller.require(Role.READERS);
        requireKnown(specId);
        return Stream.of(seconds(specId), calls(specId))
                .flatMap(subject -> prices.versions(subject.list()).stream())
                .map(price -> SpecPriceView.of(specId, price))
                .toList();
    }

    /** The price of a second now, for rooms; none where the spec costs nothing. */
    public Optional<SpecPriceView> now(String specId) {
        return prices.at(seconds(specId).list(), clock.instant()).map(price -> SpecPriceView.of(specId, price));
    }

    /** The price of a call now, for rooms; none where calls cost nothing. */
    public Optional<SpecPriceView> ofCallNow(String specId) {
        return prices.at(calls(specId).list(), clock.instant()).map(price -> SpecPriceView.of(specId, price));
    }

    private void requireKnown(String specId) {
        if (centers.spec(specId).isEmpty()) {
            throw new NotFound("spec-unknown", new Member("specId"), "There is no resource spec " + specId + ".");
        }
    }

    private static Subject seconds(String specId) {
        return new Subject(SubjectKind.SPEC, specId);
    }

    private static Subject calls(String specId) {
        return new Subject(SubjectKind.SPEC_CALLS, specId);
    }
}
