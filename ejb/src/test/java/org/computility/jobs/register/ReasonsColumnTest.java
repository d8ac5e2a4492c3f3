package org.computility.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computility.jobs.PlacementReasons;
import org.computility.jobs.PlacementReasons.Score;
import org.junit.jupiter.api.Test;

class ReasonsColumnTest {

    private final ReasonsColumn column = new ReasonsColumn();

    @Test
    void reasonsAreReadAsTheyWereWritten() {
        PlacementReasons reasons =
                new PlacementReasons("harbour", null, true, List.of(new Score("harbour", 1, 2, 3, 4, 5_000_000_000L)));

        String kept = column.convertToDatabaseColumn(reasons);

        assertThat(kept)
                .isEqualTo(
                        "{\"centerId\":\"harbour\",\"node\":\"\",\"borrowed\":true,\"scores\":[{\"centerId\":\"harbour\","
                            + "\"fit\":1,\"price\":2,\"queue\":3,\"data\":4,\"total\":5000000000}]}");
        assertThat(column.convertToEntityAttribute(kept)).isEqualTo(reasons);
    }
}
