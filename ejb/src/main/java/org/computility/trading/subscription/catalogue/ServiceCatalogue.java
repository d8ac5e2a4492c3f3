package org.computility.trading.subscription.catalogue;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.Words;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.ServicePublished;
import org.computility.trading.subscription.ServicePublishing;
import org.computility.trading.subscription.billing.OfferedTerms;
import org.computility.trading.subscription.billing.PricesOfNow;
import org.computility.trading.subscription.catalogue.ServiceDescriptions.Described;

/** Lists models and applications by key word and category (T/AI 123.8, clause 7.1). Everybody sees what is in the market but devices. */
@Stateless
public class ServiceCatalogue {

    @Inject
    ServiceDescriptions descriptions;

    @EJB
    ServicePublishing publishing;

    @Inject
    OfferedTerms terms;

    @Inject
    CurrentCaller caller;

    /** Says what a publication is; in place of what was said before. Whose affair that is: {@link ServicePublishing#requireOwned}. */
    public void describe(String publishId, NewDescription said) {
        ServicePublished owned = publishing.requireOwned(publishId);
        descriptions.session().upsert(ServiceDescription.of(owned.publishId(), owned.resourceId(), said));
    }

    /** The latest first. */
    public Page<OfferedServiceView> page(ServiceSearch search, PageRequest page) {
        caller.require(Role.READERS);
        String kind = search.kind().name();
        String[] words =
                ServiceDescription.asked(search.text(), search.category()).toArray(String[]::new);
        String[] patterns = Words.patterns(search.text() == null ? List.of() : Words.aloneBesideWords(search.text()));
        boolean all = words.length == 0;
        List<Described> found = all
                ? descriptions.latest(kind, page.size(), page.offset())
                : descriptions.having(kind, words, patterns, page.size(), page.offset());
        return new Page<>(
                priced(search.kind(), found),
                all ? descriptions.total(kind) : descriptions.totalHaving(kind, words, patterns),
                page);
    }

    private List<OfferedServiceView> priced(ServiceKind kind, List<Described> found) {
        PricesOfNow now =
                terms.now(found.stream().map(it -> kind.subject(it.publishId())).toList());
        return found.stream()
                .map(it -> OfferedServiceView.of(it, now.price(kind.subject(it.publishId()), it.price())))
                .toList();
    }
}
