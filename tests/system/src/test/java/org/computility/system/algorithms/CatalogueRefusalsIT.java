package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A.3 and A.5 with what is too long, and moves of a capability that make no sense. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueRefusalsIT {

    private Workshop workshop;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'AlgoFilePackageName':'x*257'}    | 40003 | AlgoFilePackageName",
                "{'AlgoFilePackageVersion':'x*129'} | 40003 | AlgoFilePackageVersion",
                "{'Provider':'x*65'}                | 40003 | Provider",
                "{'AlgoFilePackageType':7}          | 40002 | AlgoFilePackageType",
                "{'CreateTimeFrom':'x*24'}          | 40003 | CreateTimeFrom",
                "[]                                 | 40002 | body"
            })
    void aBadSearchOfPackagesIsRefusedByName(String body, int code, String named) {
        Refusals.check(operator().post("ACSMP/AlgoFilePackages/Search", Sketch.text(body)), code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Name':'x*257'}                                       | 40003 | Name",
                "{'AlgoDefCodes':['x*129']}                             | 40003 | AlgoDefCodes[0]",
                "{'EngineCodeList':['x*129']}                           | 40003 | EngineCodeList[0]",
                "{'Status':7}                                           | 40002 | Status",
                "{'AlgoDataType':7}                                     | 40002 | AlgoDataType",
                "{'SourceType':7}                                       | 40002 | SourceType",
                "{'TaskType':7}                                         | 40002 | TaskType",
                "{'CreateTimeFrom':7}                                   | 40002 | CreateTimeFrom",
                "{'CreateTimeTo':'tomorrow'}                            | 40004 | CreateTimeTo",
                "{'PageRequest':{'OrderList':[{'Property':'x*65'}]}}    | 40003 | PageRequest.OrderList[0].Property",
                "[]                                                     | 40002 | body"
            })
    void aBadSearchOfCapabilitiesIsRefusedByName(String body, int code, String named) {
        Refusals.check(operator().post("ACSMP/AlgoDef/Search", Sketch.text(body)), code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | 400 | member-missing          | status",
                "{'status':''}          | 400 | member-missing          | status",
                "{'status':7}           | 400 | member-type             | status",
                "{'status':'x*17'}      | 400 | member-too-long         | status",
                "{'status':'GREAT'}     | 400 | member-invalid          | status",
                "[]                     | 400 | member-type             | body",
                "{'status':'PUBLISHED'} | 409 | capability-status-order | status"
            })
    void aBadMoveIsRefusedByNameAndTheCapabilityStays(String body, int status, String code, String named) {
        String capability = workshop.algorithm().capability();

        Refusals.check(
                operator().post("platform/v1/capabilities/" + capability + "/status", Sketch.text(body)),
                status,
                code,
                named);

        assertThat(operator().get("ACSMP/AlgoDef/" + capability).data().getString("Status"))
                .isEqualTo("DEPLOYABLE");
    }

    @Test
    void aCapabilityThatIsUnknownIsNamed() {
        Refusals.check(
                operator().post("platform/v1/capabilities/none/status", Sketch.text("{'status':'APPLYING'}")),
                404,
                "capability-unknown",
                "AlgoDefCode");
    }

    private Visitor operator() {
        return workshop.operator();
    }
}
