package org.computility.serving.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computility.serving.EnvItem;
import org.computility.serving.NewService;
import org.computility.serving.ServiceSearch;
import org.computility.shared.PageRequest;
import org.junit.jupiter.api.Test;

class ServiceRequestsTest {

    private static final String NODE = "11010800005050000001";

    @Test
    void whatIsAbsentTakesTheTablesDefault() {
        NewService service = new AlgoServiceInstallRequest("p", null, NODE, null, null, null).service();

        assertThat(service).isEqualTo(new NewService("p", NODE, List.of(), null, 1));
    }

    @Test
    void theExamplesWordForThePackageIsTakenForItsId() {
        var variable = new AlgoServiceInstallRequest.Env("LEVEL", "info");
        var request = new AlgoServiceInstallRequest(null, "p", NODE, List.of(variable), "http://licence", 3);

        assertThat(request.service())
                .isEqualTo(new NewService("p", NODE, List.of(new EnvItem("LEVEL", "info")), "http://licence", 3));
        assertThat(new AlgoServiceUnInstallRequest(null, "p", NODE, null).packageId())
                .isEqualTo("p");
        assertThat(new AlgoServiceUnInstallRequest("q", "p", NODE, null).packageId())
                .isEqualTo("q");
    }

    @Test
    void aListHasTenServicesAPageUnlessItAsksForMore() {
        var request = new AlgoServiceListRequest(NODE, "RUNNING", null, "p", 2, null);

        assertThat(request.search())
                .isEqualTo(new ServiceSearch(NODE, "RUNNING", "p", new PageRequest(2, 10, List.of())));
    }
}
