package org.computility.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.computility.shared.PageRequest;
import org.computility.shared.PageRequest.Order;
import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void holdsOnlyWhatWasAskedFor() {
        Filter filter = new Filter()
                .and("a = ?", 1)
                .and("b = ?", null)
                .and("c = ?", "")
                .and("d in ?", List.of())
                .and("e = any(?)", new String[0])
                .containing("f", null)
                .always("(g = ? or h = ?)", 2, 3);

        assertThat(filter.where()).isEqualTo(" where a = ? and (g = ? or h = ?)");
        assertThat(filter.arguments(10)).containsExactly(1, 2, 3, 10);
        assertThat(new Filter().where()).isEmpty();
    }

    @Test
    void findsATextAsTyped() {
        Sql sql = new Sql(TestDatabase.fresh());

        assertThat(found(sql, "5%_")).containsExactly("A 5%_ share");
        assertThat(found(sql, "SHARE")).containsExactly("A 5%_ share", "A 55 share");
    }

    @Test
    void sortsByTheColumnsBehindTheProperties() {
        PageRequest page = new PageRequest(1, 10, List.of(new Order("Name", true), new Order("Code", false)));

        assertThat(Filter.orderBy(page, Map.of("Name", "n", "Code", "c"), "id")).isEqualTo(" order by n desc, c, id");
    }

    private static List<String> found(Sql sql, String text) {
        Filter filter = new Filter().containing("t", text);
        return sql.list(
                "select t from unnest(array['A 5%_ share', 'A 55 share']) t" + filter.where() + " order by t",
                row -> row.getString(1),
                filter.arguments());
    }
}
