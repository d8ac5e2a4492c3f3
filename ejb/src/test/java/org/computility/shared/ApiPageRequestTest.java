package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.computility.shared.ApiPageRequest.ApiOrder;
import org.junit.jupiter.api.Test;

class ApiPageRequestTest {

    private static final Set<String> PROPERTIES = Set.of("ID", "Name");

    @Test
    void anOrderWithoutAPropertySortsNothing() {
        ApiPageRequest given = new ApiPageRequest(
                2, null, List.of(new ApiOrder(null, "desc"), new ApiOrder("Name", null), new ApiOrder("", null)));

        PageRequest page = ApiPageRequest.read(given, PROPERTIES);

        assertThat(page.orders()).containsExactly(new PageRequest.Order("Name", false));
        assertThat(page.number()).isEqualTo(2);
    }

    @Test
    void refusesAPropertyThatTheListDoesNotHave() {
        ApiPageRequest given = new ApiPageRequest(1, 10, List.of(new ApiOrder("sealed", null)));

        assertThatThrownBy(() -> ApiPageRequest.read(given, PROPERTIES))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("order-property-unknown"));
    }
}
