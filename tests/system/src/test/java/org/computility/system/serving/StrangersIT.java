package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.function.Function;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What another organisation has cannot be told from what nobody has. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersIT {

    private static final String SERVICES = "ACSMP/AlgoServices/Devices";

    private Platform platform;
    private Workshop ours;
    private Workshop theirs;
    private String theirService;

    @BeforeAll
    void open(Platform here) {
        platform = here;
        ours = new Workshop(here, 1);
        theirs = new Workshop(here, 1);
        theirService = theirs.load(1);
    }

    @AfterAll
    void close() {
        ours.close();
        theirs.close();
    }

    @Test
    void aCapability() {
        alike(theirs.algorithm().capability(), "nobody-s", code -> plan("AlgoDefCode", code));
    }

    @Test
    void aService() {
        alike(theirService, UUID.randomUUID().toString(), id -> plan("AlgoServiceID", id));
    }

    @Test
    void aPackage() {
        String nobodys = platform.freshPackageId();
        String their = theirs.algorithm().id();

        alike(
                their,
                nobodys,
                id -> ours.operator()
                        .post(
                                SERVICES,
                                Json.createObjectBuilder(ours.loadRequest(1))
                                        .add("AlgoFilePackageID", id)
                                        .build()));
        alike(
                their,
                nobodys,
                id -> ours.operator()
                        .post(
                                SERVICES + "/UnInstall",
                                Json.createObjectBuilder()
                                        .add("ComputilityCode", ours.node().code())
                                        .add("AlgoFilePackageID", id)
                                        .build()));
    }

    private Answer plan(String member, String value) {
        JsonObject info = Json.createObjectBuilder(ours.info(0))
                .remove("AlgoDefCode")
                .add(member, value)
                .build();
        return ours.operator()
                .post(
                        "ACSMP/Tasks",
                        ours.periodic(0)
                                .add("AlgoTaskInfos", Json.createArrayBuilder().add(info))
                                .build());
    }

    private static void alike(String theirs, String nobodys, Function<String, Answer> call) {
        Answer their = call.apply(theirs);
        Answer nobody = call.apply(nobodys);

        assertThat(their.status()).isEqualTo(404);
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(their.code()).isEqualTo(nobody.code());
        assertThat(their.message().replace(theirs, "it"))
                .isEqualTo(nobody.message().replace(nobodys, "it"));
    }
}
