package org.computility.trading.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.notifications.Inbox;
import org.computility.notifications.NewNotification;
import org.computility.shared.FiredEvents;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;
import org.computility.trading.MarketForTests;
import org.computility.trading.MarketSide;
import org.computility.trading.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What telling the other side does to the rows that publishing and revoking need. */
class AnnouncementsTest {

    private final MarketForTests market = new MarketForTests();
    private final FiredEvents<EnteredMarket> entering = MatchingForTests.entering(market);
    private final FiredEvents<LeftMarket> left = MatchingForTests.left(market);
    private final List<NewNotification> told = new ArrayList<>();
    private UUID demand;

    @BeforeEach
    void somebodyWantsGates() {
        demand = enter(MarketSide.DEMAND, "buyer");
        announceAll(() -> {});
        told.clear();
    }

    @Test
    void whatIsToldIsNeitherWrittenNorLocked() {
        UUID offer = enter(MarketSide.RESOURCE, "seller");
        List<String> versions = strings("select cast(ctid as text) from market_entry order by id");
        List<String> free = new ArrayList<>();

        announceAll(() -> free.addAll(
                strings("select cast(id as text) from market_entry order by published_at for update skip locked")));

        assertThat(told).hasSize(1);
        assertThat(free).containsExactly(demand.toString(), offer.toString());
        assertThat(strings("select cast(ctid as text) from market_entry order by id"))
                .isEqualTo(versions);
    }

    @Test
    void whatLeavesBeforeItIsToldIsToldToNobodyAndHoldsUpNothing() {
        for (int i = 0; i < 25; i++) {
            leave(enter(MarketSide.RESOURCE, "seller"));
        }
        UUID offer = enter(MarketSide.RESOURCE, "seller");

        announceAll(() -> {});

        assertThat(told).extracting(NewNotification::topic).containsExactly("match:" + demand + ":" + offer);
    }

    @Test
    void whatComesBackIsToldOnce() {
        UUID offer = enter(MarketSide.RESOURCE, "seller");
        leave(offer);
        enter(MarketSide.RESOURCE, "seller", offer);

        announceAll(() -> {});

        assertThat(told).extracting(NewNotification::topic).containsOnlyOnce("match:" + demand + ":" + offer);
    }

    private void announceAll(Runnable meanwhile) {
        Announcements announcements = MatchingForTests.announcements(market, new Inbox() {
            @Override
            public void tell(List<NewNotification> news) {
                told.addAll(news);
                if (!news.isEmpty()) {
                    meanwhile.run();
                }
            }
        });
        while (market.sessions.commit(announcements::announceSome)) {
            // Until nothing is left.
        }
    }

    private UUID enter(MarketSide side, String name) {
        UUID id = UUID.randomUUID();
        enter(side, name, id);
        return id;
    }

    private void enter(MarketSide side, String name, UUID id) {
        Party party = party(name);
        market.sessions.commit(() -> entering.fire(
                new EnteredMarket(side, id, party, "dataset", List.of("水利"), List.of("gate"), "x", false, null)));
    }

    private void leave(UUID id) {
        market.sessions.commit(() -> left.fire(new LeftMarket(id)));
    }

    private Party party(String name) {
        if (market.accounts().named(name).isEmpty()) {
            market.open(name, market.organisation(), Role.PROVIDER, Role.CONSUMER);
        }
        market.be(name);
        return new Party(
                market.caller.get().accountId(), name, market.caller.get().organisationId());
    }

    private List<String> strings(String query) {
        try (Connection connection = market.database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
