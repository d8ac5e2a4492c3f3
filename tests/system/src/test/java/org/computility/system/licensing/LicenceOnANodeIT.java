package org.computility.system.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a licence file from its import to the node that runs the service (T/BAX 0006.5 clause 4.3.2, steps 1 and 2). */
@OnTheServer
@InTurn
class LicenceOnANodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DELIVERIES = "ACSMP/AlgoFilePackages/Devices";
    private static final String SERVICES = "ACSMP/AlgoServices/Devices";

    @TempDir
    private Path folder;

    @Test
    void theBytesLieOnTheNodeWhileTheServiceIsLoaded(Platform platform) throws Exception {
        SamplePackage algorithm = ReferenceNode.motion(platform.freshPackageId(), platform.freshName("MOTION"));
        String code = platform.freshComputeCode();
        try (Workshop workshop = new Workshop(platform, algorithm);
                ReferenceNode node = ReferenceNode.start(
                        folder,
                        platform,
                        platform.deviceAccount(workshop.account().organisationId(), code),
                        code)) {
            Visitor operator = workshop.operator();
            JsonObject wanted = wanted(algorithm, code);
            deliver(operator, wanted, algorithm);

            Answer refused = operator.post(SERVICES, wanted);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("AUTH_SERVER_ADDR");

            byte[] licence = new byte[70_000];
            new Random(432).nextBytes(licence);
            new Multipart()
                    .file("File", licence)
                    .text("Provider", "COMPUTILITY")
                    .text("DeviceID", code)
                    .post(operator, "ACSMP/License")
                    .expect(200);
            String service =
                    ((JsonString) operator.post(SERVICES, wanted).expect(200).dataValue()).getString();
            await().atMost(PATIENCE).until(() -> status(operator, code, service).equals("RUNNING"));
            assertThat(node.licences()).hasSize(1);
            assertThat(node.licences().get(0)).isEqualTo(licence);

            operator.post(SERVICES + "/UnInstall", unloaded(wanted, service)).expect(200);
            await().atMost(PATIENCE).until(() -> node.licences().isEmpty());
        }
    }

    private static void deliver(Visitor operator, JsonObject wanted, SamplePackage algorithm) {
        String code = wanted.getString("ComputilityCode");
        JsonObject delivery =
                Json.createObjectBuilder(wanted).remove("Replicas").build();
        await("the node registers")
                .atMost(PATIENCE)
                .until(() -> operator.post(DELIVERIES, delivery).status() == 200);
        await().atMost(PATIENCE)
                .until(() -> operator.get(DELIVERIES + "/" + code + "/" + algorithm.id())
                        .text()
                        .contains("\"Status\":3"));
    }

    private static String status(Visitor operator, String code, String service) {
        return operator.get(SERVICES + "/" + code + "/" + service).data().getString("Status");
    }

    /** Table F.6. */
    private static JsonObject wanted(SamplePackage algorithm, String code) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", algorithm.id())
                .add("ComputilityCode", code)
                .add("Replicas", 1)
                .build();
    }

    private static JsonObject unloaded(JsonObject wanted, String service) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", wanted.get("AlgoFilePackageID"))
                .add("ComputilityCode", wanted.get("ComputilityCode"))
                .add("AlgoServiceID", service)
                .build();
    }
}
