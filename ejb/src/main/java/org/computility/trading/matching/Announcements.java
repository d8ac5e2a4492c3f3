package org.computility.trading.matching;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.notifications.Inbox;
import org.computility.notifications.NewNotification;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

/** Tells the other side of what was published: those whose resource or demand shares a key word with it. */
@Stateless
public class Announcements {

    private static final int AT_ONCE = 20;

    /** The best are told; the others find it when they ask. */
    private static final int TOLD = 100;

    @Inject
    MarketEntries entries;

    @Inject
    Ranking ranking;

    @EJB
    Inbox inbox;

    MarketConfig config;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /**
     * Tells of some that nobody was told of yet; false when there are none left. What was told is told once. Entries are only
     * read: who publishes or revokes never waits for this.
     */
    public boolean announceSome() {
        List<UUID> some = entries.takeNew(AT_ONCE);
        if (some.isEmpty()) {
            return false;
        }
        List<NewNotification> news = new ArrayList<>();
        for (MarketEntry entry : entries.of(some.toArray(UUID[]::new))) {
            ranking.best(entry, TOLD).stream()
                    .filter(Match::sharesAKeyWord)
                    .map(match -> news(entry, match))
                    .forEach(news::add);
        }
        inbox.tell(news);
        return true;
    }

    private NewNotification news(MarketEntry entered, Match match) {
        Candidate told = match.entry();
        boolean isDemand = match.side() == MarketSide.DEMAND;
        UUID demand = isDemand ? told.id() : entered.id();
        UUID resource = isDemand ? entered.id() : told.id();
        ResourceNumber number = isDemand ? entered.number(config) : told.number(config);
        String word = match.reasons().get(0).value();
        String link = "/platform/v1/market/matches?" + (isDemand ? "demandID=" + demand : number.query());
        return new NewNotification(
                told.accountId(),
                "match:" + demand + ":" + resource,
                "MATCH",
                link,
                isDemand
                        ? "Data that fits your demand " + demand + " is published: " + number.words() + " (" + word
                                + ")."
                        : "A demand that fits your data " + number.words() + " is published: " + demand + " (" + word
                                + ").",
                isDemand
                        ? "有数据资源符合您的需求单 " + demand + "：" + number.words() + "（" + word + "）"
                        : "有需求单符合您的数据资源 " + number.words() + "：" + demand + "（" + word + "）");
    }
}
