package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.NORTH;
import static org.computility.compute.SomeNodes.SOUTH;
import static org.computility.compute.SomeNodes.code;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.SomeNodes;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final Pictures pictures = new Pictures_(session);
    private final SomeNodes nodes = new SomeNodes(session);

    @Test
    void aPageHoldsTheNodesOfTheOrganisationThatTheFilterLeaves() {
        nodes.register(1, NORTH, NOON);
        nodes.register(2, NORTH, NOON);
        nodes.register(3, SOUTH, NOON);

        assertThat(codes(pictures.page(NORTH, null, null, 10, 0))).containsExactly(code(1), code(2));
        assertThat(codes(pictures.page(NORTH, null, null, 10, 1))).containsExactly(code(2));
        assertThat(codes(pictures.page(null, null, null, 10, 0))).containsExactly(code(1), code(2), code(3));
        assertThat(codes(pictures.page(null, "000002", "true", 10, 0))).containsExactly(code(2));
        assertThat(codes(pictures.page(null, null, "false", 10, 0))).isEmpty();
        assertThat(pictures.count(SOUTH, null, "true")).isEqualTo(1);
    }

    @Test
    void theMarkOfAnOrganisationIsAnotherOnceItsNodesAreOthers() {
        nodes.register(1, NORTH, NOON);
        nodes.register(2, NORTH, NOON);
        nodes.register(3, SOUTH, NOON);
        Map<UUID, Long> before = marks();
        assertThat(before).containsOnlyKeys(NORTH, SOUTH);

        remove(2);
        nodes.register(4, NORTH, NOON);
        remove(3);

        assertThat(marks()).containsOnlyKeys(NORTH).doesNotContainEntry(NORTH, before.get(NORTH));
    }

    @Test
    void nodesThatToldFiguresHaveAMarkOfTheirOwn() {
        nodes.register(1, NORTH, NOON);
        Map<UUID, Long> before = marks();
        assertThat(pictures.marksOfTold()).isEmpty();

        session.createNativeMutationQuery(
                        "insert into compute_figures (code, figures, taken_at) values (:code, '{}', now())")
                .setParameter("code", code(1))
                .executeUpdate();

        assertThat(pictures.marksOfTold()).extracting(NodeMark::organisationId).containsExactly(NORTH);
        assertThat(marks()).isEqualTo(before);
    }

    @Test
    void aNodeThatToldNothingHasNoMachines() {
        nodes.register(1, NORTH, NOON);

        NodePicture picture =
                pictures.of(new String[] {code(1), "nonsense"}).get(0).picture();

        assertThat(picture.node().online()).isTrue();
        assertThat(picture.machines()).isEmpty();
        assertThat(picture.toldAt()).isNull();
    }

    private Map<UUID, Long> marks() {
        return pictures.marks().stream().collect(Collectors.toMap(NodeMark::organisationId, NodeMark::mark));
    }

    private void remove(int number) {
        session.createNativeMutationQuery("delete from compute_node where code = :code")
                .setParameter("code", code(number))
                .executeUpdate();
    }

    private static List<String> codes(List<PictureRow> rows) {
        return rows.stream().map(PictureRow::code).toList();
    }
}
