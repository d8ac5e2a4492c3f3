package org.computility.trading.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.notifications.Inbox;
import org.computility.notifications.NewNotification;
import org.computility.shared.FiredEvents;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestEntities;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;
import org.computility.trading.MarketForTests;
import org.computility.trading.MarketSide;
import org.computility.trading.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchesTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());

    private final MarketForTests market = new MarketForTests();
    private final FiredEvents<EnteredMarket> entering = MatchingForTests.entering(market);
    private final FiredEvents<LeftMarket> left = MatchingForTests.left(market);
    private final Matches matches = MatchingForTests.over(market);
    private final Map<String, Party> parties = new HashMap<>();

    @BeforeEach
    void openAccounts() {
        open("seller", Role.PROVIDER);
        open("rival", Role.PROVIDER);
        open("buyer", Role.CONSUMER);
        market.be("buyer");
    }

    @Test
    void whatSharesMoreComesFirstAndSaysWhy() {
        UUID both = offer("seller", List.of("水利"), List.of("闸门", "motion"), "闸门开合");
        UUID one = offer("rival", List.of("交通"), List.of("motion"), "cars");
        offer("rival", List.of("教育"), List.of("school"), "pupils");
        UUID demand = want("buyer", List.of("水利"), List.of("闸门", "Motion"), "闸门");

        List<MatchView> found = of(demand);

        assertThat(found).extracting(MatchView::registrationId).containsExactly(both.toString(), one.toString());
        assertThat(found.get(0).score()).isEqualByComparingTo("1");
        assertThat(found.get(0).party()).isEqualTo("seller");
        assertThat(found.get(0).reasons())
                .extracting(Reason::en)
                .containsExactly(
                        "Both have the key word 闸门.",
                        "Both have the key word Motion.",
                        "Both are of the category 水利.",
                        "Their key words and descriptions share 2 words.",
                        "Both are of the type dataset.");
        assertThat(found.get(1).reasons()).extracting(Reason::zh).contains("关键词一致：Motion");
    }

    @Test
    void aResourceFindsItsDemandsInTheSameWay() {
        UUID demand = want("buyer", List.of("水利"), List.of("gate"), null);
        UUID resource = offer("seller", List.of("水利"), List.of("gate"), "x");
        market.be("seller");

        assertThat(matches.ofResource(resource.toString(), null, PAGE).content())
                .extracting(MatchView::demandId, MatchView::registrationId)
                .containsExactly(tuple(demand, null));
    }

    @Test
    void otherTypesOwnOffersAndWhatLeftFitNothing() {
        UUID demand = want("buyer", List.of("水利"), List.of("gate"), null);
        enter(MarketSide.RESOURCE, "seller", "模型", List.of("水利"), List.of("gate"), "x", false);
        offer("buyer", List.of("水利"), List.of("gate"), "own");
        UUID gone = offer("seller", List.of("水利"), List.of("gate"), "x");
        market.sessions.commit(() -> {
            left.fire(new LeftMarket(gone));
            return null;
        });

        assertThat(of(demand)).isEmpty();
    }

    @Test
    void whoWantsASubscriptionIsShownOnlyWhatCanBeSubscribedTo() {
        UUID once = offer("seller", List.of("水利"), List.of("gate"), "x");
        UUID often = enter(MarketSide.RESOURCE, "rival", "数据集", List.of("水利"), List.of("gate"), "x", true);
        UUID subscriber = enter(MarketSide.DEMAND, "buyer", "数据集", List.of("水利"), List.of("gate"), null, true);
        UUID anybody = want("buyer", List.of("水利"), List.of("gate"), null);

        assertThat(of(subscriber)).extracting(MatchView::registrationId).containsExactly(often.toString());
        assertThat(of(anybody))
                .extracting(MatchView::registrationId)
                .containsExactlyInAnyOrder(once.toString(), often.toString());
    }

    @Test
    void commonTermsFindTheNewestAndRareOnesAreNeverLost() {
        // So many that the statistics know the common words, and they alone lead to too many.
        for (int i = 0; i < 3_500; i++) {
            offer("seller", List.of("交通"), List.of("road"), "road " + i % 7);
        }
        UUID rare = offer("seller", List.of("交通"), List.of("road", "桥梁"), "bridge");
        for (int i = 0; i < 2_500; i++) {
            offer("seller", List.of("交通"), List.of("road"), "road");
        }
        UUID newest = offer("seller", List.of("交通"), List.of("road"), "road");
        market.sessions
                .current()
                .createNativeMutationQuery("analyze market_entry")
                .executeUpdate();
        assertThat(MatchingForTests.entries(market).frequencies())
                .filteredOn(each -> each.term().equals("RESOURCE:dataset:k:road"))
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.entries()).isGreaterThan(6_000));

        assertThat(of(want("buyer", List.of("交通"), List.of("road", "桥梁"), null))
                        .get(0)
                        .registrationId())
                .isEqualTo(rare.toString());
        List<MatchView> common = of(want("buyer", List.of("交通"), List.of("road"), null));
        assertThat(common.get(0).registrationId()).isEqualTo(newest.toString());
        assertThat(common).hasSize(20);
    }

    @Test
    void whatDoesNotStandInTheMarketIsUnknown() {
        UUID resource = offer("seller", List.of("水利"), List.of("gate"), "x");

        assertThatThrownBy(() -> matches.ofDemand(resource.toString(), PAGE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> matches.ofResource(UUID.randomUUID().toString(), null, PAGE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> matches.ofResource("x", null, PAGE)).isInstanceOf(NotFound.class);
    }

    @Test
    void theStatisticsAreNotReadForEachQuestion() {
        offer("seller", List.of("水利"), List.of("gate"), "x");
        UUID demand = want("buyer", List.of("水利"), List.of("gate"), null);
        of(demand);

        long statements = TestEntities.statements(() -> assertThat(of(demand)).hasSize(1));

        assertThat(statements).as("the demand, and those that share its terms").isEqualTo(2);
    }

    @Test
    void theOtherSideIsToldOnceWhenAKeyWordIsShared() {
        UUID demand = want("buyer", List.of("水利"), List.of("gate"), null);
        List<NewNotification> told = new ArrayList<>();
        Announcements announcements = MatchingForTests.announcements(market, new Inbox() {
            @Override
            public void tell(List<NewNotification> news) {
                told.addAll(news);
            }
        });
        announceAll(announcements);
        told.clear();
        UUID fits = offer("seller", List.of("水利"), List.of("gate"), "x");
        offer("rival", List.of("水利"), List.of("dam"), "same category only");

        announceAll(announcements);

        assertThat(told)
                .extracting(NewNotification::accountId, NewNotification::topic, NewNotification::link)
                .containsExactly(tuple(
                        parties.get("buyer").accountId(),
                        "match:" + demand + ":" + fits,
                        "/platform/v1/market/matches?demandID=" + demand));
        assertThat(told.get(0).textEn()).contains(fits.toString(), "gate");
        assertThat(told.get(0).textZh()).contains(fits.toString(), "gate");
        assertThat(market.sessions.commit(announcements::announceSome)).isFalse();
    }

    private void announceAll(Announcements announcements) {
        while (market.sessions.commit(announcements::announceSome)) {
            // Until nothing is left.
        }
    }

    private List<MatchView> of(UUID demand) {
        return matches.ofDemand(demand.toString(), PAGE).content();
    }

    private UUID offer(String owner, List<String> categories, List<String> keyWords, String text) {
        return enter(MarketSide.RESOURCE, owner, "数据集", categories, keyWords, text, false);
    }

    private UUID want(String demander, List<String> categories, List<String> keyWords, String text) {
        return enter(MarketSide.DEMAND, demander, "dataset", categories, keyWords, text, false);
    }

    private UUID enter(
            MarketSide side,
            String party,
            String type,
            List<String> categories,
            List<String> keyWords,
            String text,
            boolean subscribable) {
        UUID id = UUID.randomUUID();
        market.sessions.commit(() -> {
            entering.fire(new EnteredMarket(
                    side, id, parties.get(party), type, categories, keyWords, text, subscribable, null));
            return null;
        });
        return id;
    }

    private void open(String name, Role role) {
        UUID organisation = market.organisation();
        market.open(name, organisation, role);
        market.be(name);
        parties.put(name, new Party(market.caller.get().accountId(), name, organisation));
    }
}
