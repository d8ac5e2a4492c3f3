package org.computility.settlement.prices;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * The door for rooms that publish things at a price. A price list has one price at any instant; a price never changes, and
 * ends only where its successor begins. Whether the caller may has been checked before.
 */
@Stateless
public class PriceLists {

    @Inject
    PriceVersions versions;

    @Inject
    Clock clock;

    /**
     * The price of a published thing from then on; the last price from the same instant, or once more while it holds, changes nothing. Rejected {@code price-past}
     * for the past: what was used is paid as it was offered. Conflict {@code price-retroactive} before a price that is
     * announced already, {@code price-unlike} where it counts something else than the last one, or in another currency.
     */
    public PriceView publish(NewPrice price) {
        Instant now = clock.instant();
        // As the database keeps it, so that the same price is answered the same later.
        Instant from = Objects.requireNonNullElse(price.validFrom(), now).truncatedTo(ChronoUnit.MICROS);
        String list = price.subject().list();
        hold(list);
        boolean again = versions.last(list).filter(last -> last.beginsAt(from)).isPresent();
        if (from.isBefore(now) && !again) {
            throw new Rejected("price-past", new Member("validFrom"), "{member} is not in the past.");
        }
        return put(list, price.currency(), price.tariff(), from);
    }

    /** Nobody else publishes in that list until the transaction ends. */
    public void hold(String list) {
        versions.lock(list);
    }

    /** The first price of a published thing, whenever it is used: until its publisher says another. */
    public PriceView begin(Subject subject, String currency, Tariff tariff) {
        return put(subject.list(), currency, tariff, Instant.EPOCH);
    }

    /** The price that one order has for itself, whenever it is used. */
    public PriceView agree(UUID order, String currency, Tariff tariff) {
        return put(listOf(order), currency, tariff, Instant.EPOCH);
    }

    /** The name of the list of an order that has its own. */
    public static String listOf(UUID order) {
        return "ORDER " + order;
    }

    /** All versions of a list, the earliest first. */
    public List<PriceView> versions(String list) {
        return versions.of(list).stream().map(PriceVersion::view).toList();
    }

    /** The price of that instant. */
    public Optional<PriceView> at(String list, Instant instant) {
        return versions.at(list, instant).map(PriceVersion::view);
    }

    /** The prices of that instant by the names of their lists; a list without one is not in it. */
    public Map<String, PriceView> at(Collection<String> lists, Instant instant) {
        if (lists.isEmpty()) {
            return Map.of();
        }
        return versions.ofAll(lists.toArray(String[]::new), instant).stream()
                .collect(Collectors.toMap(PriceVersion::list, PriceVersion::view));
    }

    /** These versions, the earliest first. */
    public List<PriceView> find(Collection<UUID> ids) {
        return versions.find(ids.toArray(UUID[]::new)).stream()
                .map(PriceVersion::view)
                .toList();
    }

    private PriceView put(String list, String currency, Tariff tariff, Instant from) {
        hold(list);
        Optional<PriceVersion> last = versions.last(list);
        if (last.filter(it -> it.holds(currency, tariff, from)).isPresent()) {
            return last.get().view();
        }
        last.ifPresent(it -> {
            it.end(from, currency, tariff);
            versions.session().update(it);
        });
        PriceVersion next = PriceVersion.of(list, currency, tariff, from);
        versions.session().insert(next);
        return next.view();
    }
}
