package org.computility.trading.matching;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketSide;
import org.computility.trading.Words;

/** Lists what is offered in the market, by key word and category (T/AI 123.8, clause 7.1). Everybody sees it but devices. */
@Stateless
public class ResourceCatalogue {

    @Inject
    MarketEntries entries;

    @Inject
    CurrentCaller caller;

    MarketConfig config;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /** Published data resources, the latest first. */
    public Page<OfferedResourceView> page(ResourceSearch search, PageRequest page) {
        caller.require(Role.READERS);
        String typeKey = Terms.typeKey(search.type());
        String[] terms = Terms.asked(MarketSide.RESOURCE, typeKey, search.text(), search.category())
                .toArray(String[]::new);
        String[] patterns = Words.patterns(search.text() == null ? List.of() : Words.aloneBesideWords(search.text()));
        List<OfferedResourceView> found = (terms.length == 0
                        ? entries.offered(typeKey, page.size(), page.offset())
                        : entries.offeredWith(typeKey, terms, patterns, page.size(), page.offset()))
                .stream()
                        .map(offered -> OfferedResourceView.of(offered, config))
                        .toList();
        long total =
                terms.length == 0 ? entries.totalOffered(typeKey) : entries.totalOfferedWith(typeKey, terms, patterns);
        return new Page<>(found, total, page);
    }
}
