package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SamplePackage;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.results.Findings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** On a server that wants more room on its disk than any disk has: what is large is refused, the rest goes on. */
@OnTheServer
@InTurn(place = 1)
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "restarts the server")
class FullDiskIT {

    private static final String PACKAGES = "ACSMP/AlgoFilePackages";
    private static final int STORAGE_FULL = 50700;

    private final Platform platform;
    private Findings findings;

    FullDiskIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void fillTheDisk(ServerUnderTest server) {
        findings = new Findings(platform);
        server.stop();
        server.start(Map.of("COMPUTILITY_DISK_RESERVE_MIB", "1000000000"));
    }

    @AfterEach
    void close() {
        findings.close();
    }

    @AfterAll
    static void beAsEver(ServerUnderTest server) {
        server.stop();
        server.start();
    }

    @Test
    void filesAndPicturesAreRefusedAndTheRestGoesOn() {
        SamplePackage sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
        Visitor operator = findings.workshop().operator();

        Answer upload = new Multipart()
                .text("MD5", sample.md5())
                .file("File", sample.tar())
                .post(operator, PACKAGES);
        refused(upload, STORAGE_FULL, "room");
        try (PackageSource source = new PackageSource(sample.tar())) {
            JsonObject url = Json.createObjectBuilder()
                    .add("Url", source.url("/package.tar"))
                    .add("MD5", sample.md5())
                    .build();
            refused(operator.post(PACKAGES, url), STORAGE_FULL, "Url does not fit");
        }
        Answer picture = deliver(findings.result().add("image", picture()).build());
        assertThat(picture.status()).as("%s", picture).isEqualTo(507);
        assertThat(picture.json().getString("code")).isEqualTo("storage-full");

        assertThat(deliver(findings.result().build()).expect(200).json().getInt("accepted"))
                .isEqualTo(1);
        operator.post(PACKAGES + "/Search", "{}").expect(200);
    }

    private static void refused(Answer answer, int code, String word) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(507);
        Refusals.check(answer, code, word);
    }

    private Answer deliver(JsonObject result) {
        return platform.as(findings.workshop().nodeToken())
                .post(
                        "platform/v1/results",
                        Json.createObjectBuilder()
                                .add("results", Json.createArrayBuilder().add(result))
                                .build());
    }

    private static JsonObject picture() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};
        return Json.createObjectBuilder()
                .add("contentType", "image/jpeg")
                .add("content", Base64.getEncoder().encodeToString(jpeg))
                .build();
    }
}
