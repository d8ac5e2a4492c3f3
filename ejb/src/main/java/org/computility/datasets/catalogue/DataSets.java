package org.computility.datasets.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code data_set}. */
interface DataSets {

    /** What sorts data sets, and the attributes behind it. T/AI 123.8 table A.24 calls the title {@code datasetName}. */
    Map<String, String> SORTABLE = Map.of("datasetName", "title", "title", "title", "owner", "owner", "size", "size");

    StatelessSession session();

    @Find
    Optional<DataSet> find(UUID dataSetId);

    /** The same bytes under the same title of the same account. */
    @HQL("where ownerId = :ownerId and title = :title and sha256 = :sha256")
    Optional<DataSet> same(UUID ownerId, String title, String sha256);

    @SQL("select distinct sha256 from data_set where sha256 = any(:sha256s)")
    List<String> contentsAmong(String[] sha256s);

    /**
     * Data sets in whose title or description the text occurs; an empty one occurs in all.
     *
     * @param organisationId whose jobs may read them; null: anybody's
     */
    default Page<DataSet> page(String text, UUID organisationId, PageRequest page) {
        Search<DataSet> found = new Search<>(session(), DataSet.class);
        if (organisationId != null) {
            found.where((b, set) -> b.or(
                    b.equal(set.get(DataSet_.organisationId), organisationId), b.isTrue(set.get(DataSet_.forAll))));
        }
        if (text != null && !text.isEmpty()) {
            String pattern = SearchText.containing(text);
            found.where((b, set) -> b.or(
                    b.like(b.lower(set.get(DataSet_.title)), pattern, '!'),
                    b.like(b.lower(set.get(DataSet_.description)), pattern, '!')));
        }
        return found.page(page, SORTABLE, Order.asc(DataSet_.dataSetId));
    }
}
