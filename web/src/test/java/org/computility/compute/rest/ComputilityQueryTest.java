package org.computility.compute.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.computility.shared.Rejected;
import org.computility.shared.rest.family.ApiPageRequest;
import org.computility.shared.rest.family.ApiPageRequest.ApiOrder;
import org.junit.jupiter.api.Test;

class ComputilityQueryTest {

    @Test
    void queryAndBodyMakeOneRequest() {
        List<ApiOrder> orders = List.of(new ApiOrder("ID", "desc"));
        ComputilityListRequest body = new ComputilityListRequest(null, "CAP", new ApiPageRequest(2, null, orders));

        assertThat(new ComputilityQuery("11010800005020000001", "", null, "5").with(body))
                .isEqualTo(new ComputilityListRequest("11010800005020000001", "CAP", new ApiPageRequest(2, 5, orders)));
    }

    @Test
    void theSameValueTwiceIsNoQuarrelAndAnotherIs() {
        ComputilityListRequest body = new ComputilityListRequest(null, "CAP", null);

        assertThat(new ComputilityQuery(null, "CAP", null, null).with(body).type())
                .isEqualTo("CAP");
        assertThatThrownBy(() -> new ComputilityQuery(null, "CAD", null, null).with(body))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Type is CAD in the query and CAP in the body");
    }
}
