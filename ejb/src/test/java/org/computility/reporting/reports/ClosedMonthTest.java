package org.computility.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.figures;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ClosedMonthTest {

    @Test
    void whatSourcesHadStaysWhereALaterClosingKnowsItNoMore() {
        ClosedMonth closed = ClosedMonth.of(7, YearMonth.of(2026, 10));
        closed.close(figures("{\"supply\":{\"acceleratorCount\":8},\"power\":{\"pue\":1.2,\"wue\":1}}"));

        closed.close(figures("{\"power\":{\"pue\":1.3}}"));
        assertThat(closed.known()).isEqualTo(figures("{\"supply\":{\"acceleratorCount\":8},\"power\":{\"pue\":1.3}}"));

        closed.close(figures("{\"supply\":{\"acceleratorCount\":9}}"));
        assertThat(closed.known()).isEqualTo(figures("{\"supply\":{\"acceleratorCount\":9}}"));
    }
}
