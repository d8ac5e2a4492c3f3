package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.rest.family.ApiPageRequest.ApiOrder;
import org.junit.jupiter.api.Test;

class ApiPageRequestTest {

    private static final Set<String> SORTABLE = Set.of("id", "name", "computeCode");

    @Test
    void whatIsAbsentTakesTheStandardsDefault() {
        assertThat(ApiPageRequest.read(null, SORTABLE)).isEqualTo(new PageRequest(1, 10, List.of()));
        assertThat(ApiPageRequest.page(null, 7)).isEqualTo(new PageRequest(1, 7, List.of()));
    }

    @Test
    void anOrderWithoutAPropertySortsNothing() {
        PageRequest page = ApiPageRequest.read(
                asked(new ApiOrder(null, "desc"), new ApiOrder("Name", null), new ApiOrder("", null)), SORTABLE);

        assertThat(page.orders()).containsExactly(new PageRequest.Order("name", false));
        assertThat(page.number()).isEqualTo(2);
    }

    @Test
    void anAnswerRepeatsThePageAsItWasAskedFor() {
        ApiPageRequest asked = asked(new ApiOrder("ComputilityCode", "desc"), new ApiOrder("ID", "asc"));

        PageRequest page = ApiPageRequest.read(asked, SORTABLE);

        assertThat(page.orders()).extracting(PageRequest.Order::property).containsExactly("computeCode", "id");
        assertThat(ApiPageRequest.of(page)).isEqualTo(asked);
        assertThat(ApiPageRequest.of(PageRequest.FIRST)).isEqualTo(new ApiPageRequest(1, 10, null));
    }

    @Test
    void aPropertyThatDoesNotSortTheListIsRefusedByTheTablesWords() {
        assertThatThrownBy(() -> ApiPageRequest.read(asked(new ApiOrder("name", null)), SORTABLE))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("order-property-unknown");
                    assertThat(refusal.member(Family.ACSMP::spelt)).isEqualTo("PageRequest.OrderList.Property");
                    assertThat(refusal).hasMessage("Property is one of [ComputilityCode, ID, Name].");
                });
    }

    @Test
    void thereAreTwoDirections() {
        assertThatThrownBy(() -> ApiPageRequest.read(asked(new ApiOrder("Name", "up")), SORTABLE))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("order-direction-unknown");
                    assertThat(refusal.member(Family.ACSMP::spelt)).isEqualTo("PageRequest.OrderList.Direction");
                });
    }

    private static ApiPageRequest asked(ApiOrder... orders) {
        return new ApiPageRequest(2, 10, List.of(orders));
    }
}
