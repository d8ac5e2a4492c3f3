package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.Nodes.NOON;
import static org.computility.compute.Nodes.NORTH;
import static org.computility.compute.Nodes.SOUTH;
import static org.computility.compute.Nodes.code;
import static org.computility.compute.Nodes.register;

import java.util.List;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final DataSource database = TestDatabase.fresh();
    private final Pictures pictures = new Pictures_(TestEntities.session(database));

    @Test
    void aPageHoldsTheNodesOfTheOrganisationThatTheFilterLeaves() {
        register(database, 1, NORTH, NOON);
        register(database, 2, NORTH, NOON);
        register(database, 3, SOUTH, NOON);

        assertThat(codes(pictures.page(false, NORTH, null, null, 10, 0))).containsExactly(code(1), code(2));
        assertThat(codes(pictures.page(false, NORTH, null, null, 10, 1))).containsExactly(code(2));
        assertThat(codes(pictures.page(true, NORTH, null, null, 10, 0))).containsExactly(code(1), code(2), code(3));
        assertThat(codes(pictures.page(true, NORTH, "000002", "true", 10, 0))).containsExactly(code(2));
        assertThat(codes(pictures.page(true, NORTH, null, "false", 10, 0))).isEmpty();
        assertThat(pictures.count(false, SOUTH, null, "true")).isEqualTo(1);
    }

    @Test
    void organisationsAreCounted() {
        register(database, 1, NORTH, NOON);
        register(database, 2, NORTH, NOON);
        register(database, 3, SOUTH, NOON);

        assertThat(pictures.census()).containsExactlyInAnyOrder(new NodeCount(NORTH, 2L), new NodeCount(SOUTH, 1L));
    }

    @Test
    void aNodeThatToldNothingHasNoMachines() {
        register(database, 1, NORTH, NOON);

        NodePicture picture =
                pictures.of(new String[] {code(1), "nonsense"}).get(0).picture();

        assertThat(picture.node().online()).isTrue();
        assertThat(picture.machines()).isEmpty();
        assertThat(picture.toldAt()).isNull();
    }

    private static List<String> codes(List<PictureRow> rows) {
        return rows.stream().map(PictureRow::code).toList();
    }
}
