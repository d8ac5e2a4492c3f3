package org.computility.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** On which package, node and service somebody acted. */
@OnTheServer
@InTurn
class ServiceAuditIT {

    private static final String SERVICES = "ACSMP/AlgoServices/Devices";

    @Test
    void thePackagesWayFromImportToUnloadIsOnRecord(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 4)) {
            String algorithm = workshop.algorithm().id();
            String place =
                    "package " + algorithm + " on compute " + workshop.node().code();
            String service = workshop.load(1);
            Visitor operator = workshop.operator();

            operator.post(
                            SERVICES + "/UnInstall",
                            on(workshop).add("AlgoServiceID", service).build())
                    .expect(200);
            operator.post(SERVICES + "/UnInstall", on(workshop).build()).expect(200);
            operator.delete("ACSMP/AlgoFilePackages/Devices/" + workshop.node().code() + "/" + algorithm)
                    .expect(200);
            operator.delete("ACSMP/AlgoFilePackages/" + algorithm).expect(200);
            operator.post(SERVICES, on(workshop).build()).expect(404);

            assertThat(deeds(platform, workshop))
                    .contains(
                            "POST /ACSMP/AlgoFilePackages 200 package " + algorithm,
                            "POST /ACSMP/AlgoFilePackages/Devices 200 " + place,
                            "POST /ACSMP/AlgoServices/Devices 200 service " + service + " of " + place,
                            "POST /ACSMP/AlgoServices/Devices/UnInstall 200 service " + service + " of " + place,
                            "POST /ACSMP/AlgoServices/Devices/UnInstall 200 services of " + place,
                            "DELETE /ACSMP/AlgoFilePackages/Devices/{ComputilityCode}/{AlgoFilePackageID} 200 " + place,
                            "DELETE /ACSMP/AlgoFilePackages/{ID} 200 package " + algorithm,
                            "POST /ACSMP/AlgoServices/Devices 404 service of " + place);
        }
    }

    @Test
    void aRefusedImportIsNamedByTheSumThatWasSent(Platform platform) {
        String md5 = "0123456789abcdef0123456789abcdef";
        try (Workshop workshop = new Workshop(platform, 4)) {
            JsonObject elsewhere = Json.createObjectBuilder()
                    .add("Url", "http://192.168.255.1/no-way-in.tar")
                    .add("MD5", md5)
                    .build();

            workshop.operator().post("ACSMP/AlgoFilePackages", elsewhere).expect(400);

            assertThat(deeds(platform, workshop)).contains("POST /ACSMP/AlgoFilePackages 400 package of MD5 " + md5);
        }
    }

    private static JsonObjectBuilder on(Workshop workshop) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", workshop.algorithm().id())
                .add("ComputilityCode", workshop.node().code());
    }

    /** What the workshop's operator did: action, outcome and target. */
    private static List<String> deeds(Platform platform, Workshop workshop) {
        return platform
                .asAdmin()
                .get("platform/v1/audit?pageSize=1000&account="
                        + workshop.account().username())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record ->
                        record.getString("action") + " " + record.getInt("outcome") + " " + record.getString("target"))
                .toList();
    }
}
