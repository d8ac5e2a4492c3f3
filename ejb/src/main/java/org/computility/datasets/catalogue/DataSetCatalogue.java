package org.computility.datasets.catalogue;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.UuidText;
import org.computility.shared.database.UniqueKey;

/** Which data sets there are, for those whose jobs may read them; who may have the bytes otherwise is decided elsewhere. */
@Stateless
public class DataSetCatalogue {

    @Inject
    DataSets sets;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Public data sets (T/AI 123.8 A.6), and those of the caller's own organisation, in whose title or description a text occurs; for
     * administrators those of all.
     *
     * @param text null or empty: all
     */
    public Page<DataSetView> page(String text, PageRequest page) {
        Caller reader = caller.require(Role.READERS);
        return sets.page(text, reader.scope(), page).map(DataSet::view);
    }

    /** What the data set of this ID holds; empty when the text names none. */
    public Optional<HeldContent> held(String dataId) {
        return UuidText.read(dataId)
                .flatMap(sets::find)
                .map(set -> new HeldContent(set.organisationId(), set.isForAll(), set.content()));
    }

    /**
     * A content and whose it is.
     *
     * @param organisationId of the account that uploaded it
     * @param forAll whether the jobs of every organisation may read it
     */
    public record HeldContent(UUID organisationId, boolean forAll, StoredContent content) {}

    /** Enters what came in and answers its ID. The same bytes under the same title once more are the same data set, for whom its owner says now. */
    public String enter(NewDataSet said, StoredContent content, Caller owner) {
        return sets.same(owner.accountId(), said.title(), content.sha256())
                .map(set -> open(set, said.forAll()))
                .orElseGet(() -> insert(DataSet.upload(said, content, owner, clock.instant())))
                .id();
    }

    /** Which of these are contents of data sets. */
    public Set<String> contentsAmong(Collection<String> sha256s) {
        return Set.copyOf(sets.contentsAmong(sha256s.toArray(new String[0])));
    }

    private DataSet open(DataSet set, boolean forAll) {
        if (set.isForAll() != forAll) {
            set.openTo(forAll);
            sets.session().update(set);
        }
        return set;
    }

    private DataSet insert(DataSet set) {
        UniqueKey.keep(
                () -> sets.session().insert(set),
                () -> new Conflict(
                        "changed-meanwhile", new Member("title"), "The same file comes in by another call."));
        return set;
    }
}
