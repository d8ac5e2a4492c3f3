package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What services mean for their packages: table 1's note, A.2 and F.2. */
@InTurn
@OnTheServer
class PackageInUseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PACKAGES = "ACSMP/AlgoFilePackages";

    private final Platform platform;
    private Workshop workshop;
    private FakeNode node;
    private String service;

    PackageInUseIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void loadAService() {
        workshop = new Workshop(platform, 4);
        node = workshop.node();
        service = workshop.load(1);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aRunningServiceKeepsItsPackageAndItsCapabilityInPlace() {
        SamplePackage algorithm = workshop.algorithm();

        refused(imported(algorithm));
        refused(imported(SamplePackage.of(platform.freshPackageId(), algorithm.capability(), 4)));
        refused(workshop.operator().delete(PACKAGES + "/" + algorithm.id()));
        refused(workshop.operator().delete(PACKAGES + "/Devices/" + node.code() + "/" + algorithm.id()));

        assertThat(workshop.serviceStatus(node, service)).isEqualTo("RUNNING");
        assertThat(node.serves(service)).isTrue();
    }

    @Test
    void aServiceInErrorGoesWithItsPackage() {
        fail();

        workshop.operator().delete(PACKAGES + "/" + workshop.algorithm().id()).expect(200);

        assertThat(services()).isZero();
        await().atMost(PATIENCE)
                .until(() -> !node.serves(service)
                        && !node.holds(workshop.algorithm().id()));
    }

    @Test
    void aServiceInErrorGoesWithItsPackagesDelivery() {
        fail();

        workshop.operator()
                .delete(PACKAGES + "/Devices/" + node.code() + "/"
                        + workshop.algorithm().id())
                .expect(200);

        assertThat(services()).isZero();
        assertThat(node.serves(service)).isFalse();
        assertThat(node.holds(workshop.algorithm().id())).isFalse();
    }

    @Test
    void aServiceInErrorGoesWhenAnotherPackageTakesItsCapability() {
        fail();

        imported(SamplePackage.of(
                        platform.freshPackageId(), workshop.algorithm().capability(), 4))
                .expect(200);

        assertThat(services()).isZero();
        await().atMost(PATIENCE).until(() -> !node.serves(service));
        assertThat(node.holds(workshop.algorithm().id())).isTrue();
    }

    private void fail() {
        node.report(service, "ERROR", null);
        await().atMost(PATIENCE)
                .until(() -> workshop.serviceStatus(node, service).equals("ERROR"));
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(40944);
        assertThat(answer.message()).contains(service).contains(node.code());
    }

    private Answer imported(SamplePackage algorithm) {
        return new Multipart()
                .text("MD5", algorithm.md5())
                .file("File", algorithm.tar())
                .post(workshop.operator(), PACKAGES);
    }

    private int services() {
        JsonObject request =
                Json.createObjectBuilder().add("ComputilityCode", node.code()).build();
        return workshop.operator()
                .post("ACSMP/AlgoServices/Devices/Search", request)
                .data()
                .getInt("TotalSize");
    }
}
