package org.computility.system.reporting;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.DoorsContract;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.StoredState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Every operation of our own about monitoring, by every role, in the reporter's organisation and in another. What is refused changes nothing. */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class MonitoringDoorsIT extends DoorsContract {

    private static final String PERIOD = "from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";

    /** Two answers: to somebody of the role in the reporter's organisation, and in another. Nobody looks whether administrators may administer: other tests do. */
    private static final Matrix WHO_MAY = new Matrix("""
        right      | ADMINISTRATOR | OPERATOR | AUDITOR | PROVIDER | CONSUMER | DEVICE | PLATFORM | no token | ended
        administer | -             | 403      | 403     | 403      | 403      | 403    | 403      | 401      | 401
        operate    | ok            | ok/404   | 403     | 403      | 403      | 403    | 403      | 401      | 401
        report     | ok            | ok/404   | 403     | ok/404   | 403      | 403    | ok/404   | 401      | 401
        see        | ok            | ok/404   | ok/404  | ok/404   | ok/404   | 403    | ok/404   | 401      | 401
        read       | ok            | ok       | ok      | ok       | ok       | 403    | ok       | 401      | 401
        """);

    private static final String DOORS = """
        read       | GET monitoring/places
        read       | GET monitoring/rules
        administer | PATCH monitoring/rules/{code} | | {"enabled":true}
        administer | GET monitoring/sign-checks/{accountId}
        administer | PUT monitoring/sign-checks/{accountId} | | {"mode":"VERIFY"}
        administer | GET monitoring/centers/{centerId}/sources
        administer | PUT monitoring/centers/{centerId}/sources | | {"centers":[],"compute":[]}
        read       | GET monitoring/reports
        read       | GET monitoring/reports/news | after=0
        see        | GET monitoring/reports/{centerId}/{month}
        see        | GET monitoring/reports/{centerId}/{month}/states
        see        | GET monitoring/reports/{centerId}/{month}/comparison | from=0&to={point}
        administer | POST monitoring/reports/{centerId}/{month}/review | | {"decision":"ACCEPTED","knownOn":1}
        administer | GET monitoring/duplicates
        administer | GET monitoring/duplicates/{id}
        administer | POST monitoring/duplicates/{id}/settlement | | {"decision":"DIFFERENT"}
        administer | DELETE monitoring/duplicates/{id}/settlement
        see        | GET monitoring/centers/{id}/meters
        operate    | POST monitoring/centers/{id}/meters | | {"code":"{code}","kind":"WATER"}
        operate    | DELETE monitoring/centers/{id}/meters/{code}
        report     | POST monitoring/meters/{code}/readings | | [{"at":"2026-11-01T00:00:00Z","value":"1"}]
        see        | GET monitoring/meters/{code}/readings | PERIOD
        administer | DELETE monitoring/meters/{code}/readings | PERIOD&reason=wrong
        see        | GET monitoring/meters/{code}/source
        administer | PUT monitoring/meters/{code}/source | | {"source":"NODE","node":"11010800005050000001"}
        administer | DELETE monitoring/meters/{code}/source
        administer | POST monitoring/meters/{code}/source/probe
        see        | GET monitoring/meters/{code}/hours | PERIOD
        see        | GET monitoring/centers/{id}/energy | PERIOD
        see        | GET monitoring/centers/{id}/carbon-factors
        administer | PUT monitoring/centers/{id}/carbon-factors | | {"validFrom":"2026-01-01T00:00:00Z","kgPerKwh":0.5}
        administer | GET federation/upper
        administer | PUT federation/upper | | {"url":"https://nation.example","username":"gansu","password":"secret-secret"}
        administer | DELETE federation/upper
        administer | GET federation/reports
        read       | GET federation/tier
        administer | GET federation/lower
        administer | GET federation/lower/{code}
        administer | PUT federation/lower/{code} | | {"name":"l","tier":"REGIONAL","url":"https://l.example","username":"n","password":"secret-secret","account":"l"}
        administer | DELETE federation/lower/{code}
        read       | GET federation/books
        read       | GET federation/books/{month}
        administer | GET federation/comparison
        administer | GET federation/subscribers
        administer | GET federation/subscribers/{name}
        administer | PUT federation/subscribers/{name} | | {"layer":"SCHEDULING","url":"https://s.example","secret":"7c0a5b3de1f24c4d9a0f2f9a3f1d1c55","timetable":"PT15M"}
        administer | DELETE federation/subscribers/{name}
        """;

    MonitoringDoorsIT() {
        super(WHO_MAY, DOORS, "monitoring/", "federation/");
    }

    @BeforeAll
    void open(Platform platform, ServerUnderTest server) {
        operations = described(platform);
        state = StoredState.ofRooms(server, List.of("energy", "reporting"), Set.of("sign_nonce"));
        Reporter reporter = new Reporter(platform);
        int center = reporter.center(reporter.freshName("门"), "");
        int point = reporter.calls
                .post(
                        "api/monthReport",
                        Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"2025-10\",\"supply\":{},"
                                + "\"application\":{},\"power\":{},\"security\":{}}"))
                .data()
                .getInt("knownOn");
        names = Map.of(
                "{id}",
                "" + center,
                "{centerId}",
                "" + center,
                "{month}",
                "2025-10",
                "{point}",
                "" + point,
                "{code}",
                reporter.freshName("meter"),
                "{name}",
                "nobody",
                "{accountId}",
                "0b6b5c1e-7d0c-4b57-9a0f-2f9a3f1d1c55",
                "PERIOD",
                PERIOD);
        crowd = new Crowd(
                platform,
                List.of(reporter.account.organisationId(), platform.freshOrganisation()),
                Map.of(),
                platform.account(reporter.account.organisationId(), "PROVIDER"));
        platform.asAdmin()
                .send(
                        "POST",
                        ROOT + filled("monitoring/centers/{id}/meters"),
                        "application/json",
                        BodyPublishers.ofString(filled("{\"code\":\"{code}\",\"kind\":\"WATER\"}")))
                .expect(200);
    }
}
