package org.computility.runtime.tasks.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.computility.algopackage.Model;
import org.computility.runtime.media.Box;
import org.computility.runtime.tasks.rules.Polygon.Point;
import org.junit.jupiter.api.Test;

public class AreaCellsTest {

    private static final Model.Grid GRID = new Model.Grid("cells", 4, 4, "share", 0.5, 0.5, 0);

    @Test
    void anAreaCountsItsOwnCellsOnly() {
        AreaCells left = new AreaCells(GRID, rectangle(0, 0, 0.5, 1), List.of());
        float[] cells = new float[16];
        cells[0] = 1;
        cells[3] = 1;

        assertThat(left.share(cells)).isCloseTo(1.0 / 8, within(1e-9));
        assertThat(left.peak(cells)).isEqualTo(1);
        assertThat(left.boxes(cells, 0.5)).containsExactly(new Box(0, 0, 0.25, 0.25));
    }

    @Test
    void masksAreLeftOut() {
        AreaCells masked =
                new AreaCells(GRID, rectangle(0, 0, 1, 1), List.of(rectangle(0, 0, 0.5, 1), rectangle(0.5, 0, 1, 0.5)));
        float[] cells = new float[16];
        cells[0] = 1;
        assertThat(masked.share(cells)).isZero();
        assertThat(masked.boxes(cells, 0.1)).isEmpty();

        cells[15] = 1;
        assertThat(masked.share(cells)).isCloseTo(1.0 / 4, within(1e-9));
    }

    @Test
    void anAreaThatIsMaskedAwayShowsNothing() {
        AreaCells none = new AreaCells(GRID, rectangle(0, 0, 1, 1), List.of(rectangle(0, 0, 1, 1)));
        float[] cells = new float[16];
        cells[5] = 1;

        assertThat(none.share(cells)).isZero();
        assertThat(none.peak(cells)).isZero();
    }

    @Test
    void touchingCellsAreOneBoxAndOthersAnother() {
        AreaCells whole = new AreaCells(GRID, rectangle(0, 0, 1, 1), List.of());
        float[] cells = new float[16];
        cells[0] = 0.6f;
        cells[5] = 0.6f;
        cells[3] = 0.7f;
        cells[12] = 0.4f;

        assertThat(whole.boxes(cells, 0.5)).containsExactly(new Box(0, 0, 0.5, 0.5), new Box(0.75, 0, 0.25, 0.25));
    }

    @Test
    void aSlantedEdgeTakesPartOfACell() {
        AreaCells triangle =
                new AreaCells(GRID, new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1))), List.of());
        float[] cells = new float[16];
        cells[3] = 1;

        // Half of the corner cell is in; the triangle has 8 cells' worth of area.
        assertThat(triangle.share(cells)).isCloseTo(0.5 / 8, within(0.01));
    }

    private static Polygon rectangle(double left, double top, double right, double bottom) {
        return new Polygon(List.of(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)));
    }
}
