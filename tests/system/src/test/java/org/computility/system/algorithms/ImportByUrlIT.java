package org.computility.system.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A.1 with a Url: the platform fetches the package. */
@InTurn
@OnTheServer
class ImportByUrlIT {

    private static final String PACKAGES = "ACSMP/AlgoFilePackages";

    private final Platform platform;
    private Visitor operator;
    private SamplePackage sample;
    private PackageSource source;

    ImportByUrlIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aPackageElsewhere() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
        source = new PackageSource(sample.tar());
    }

    @AfterEach
    void close() {
        source.close();
    }

    /** The media types that A.1 is taken in. */
    private enum Door {
        JSON {
            @Override
            Answer send(Visitor visitor, String url, String md5) {
                return visitor.post(
                        PACKAGES,
                        Json.createObjectBuilder()
                                .add("Url", url)
                                .add("MD5", md5)
                                .build());
            }
        },
        FORM {
            @Override
            Answer send(Visitor visitor, String url, String md5) {
                String body = "Url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&MD5=" + md5;
                return visitor.send(
                        "POST", PACKAGES, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
            }
        },
        PARTS {
            @Override
            Answer send(Visitor visitor, String url, String md5) {
                return new Multipart().text("MD5", md5).text("Url", url).post(visitor, PACKAGES);
            }
        };

        abstract Answer send(Visitor visitor, String url, String md5);
    }

    @ParameterizedTest
    @EnumSource
    void isFetchedAndEntered(Door door) {
        assertThat(door.send(operator, source.url("/package.tar"), sample.md5())
                        .expect(200)
                        .code())
                .isZero();

        assertThat(operator.get(PACKAGES + "/" + sample.id()).data().getString("AlgoFilePackageName"))
                .isEqualTo("Sample");
        assertThat(operator.get("ACSMP/AlgoDef/" + sample.capability()).data().getString("Source"))
                .isEqualTo(sample.id());
    }

    @Test
    void aRedirectIsFollowed() {
        Door.JSON.send(operator, source.url("/moved"), sample.md5()).expect(200);

        operator.get(PACKAGES + "/" + sample.id()).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"/gone, 40010", "/circle, 40010", "/inside, 40009", "/half, 40027"})
    void whatIsNotTheFileIsRefusedAndNotEntered(String path, int code) {
        for (Door door : Door.values()) {
            Refusals.check(door.send(operator, source.url(path), sample.md5()), code, "Url");
        }

        nothingIsEntered();
    }

    @Test
    void anotherMd5IsRefusedAndNotEntered() {
        Refusals.check(Door.JSON.send(operator, source.url("/package.tar"), "0".repeat(32)), 40024, "MD5");

        nothingIsEntered();
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        String url = source.url("/package.tar");
        source.close();

        Refusals.check(Door.JSON.send(operator, url, sample.md5()), 50301, "127.0.0.1");

        nothingIsEntered();
    }

    @ParameterizedTest
    @EnumSource
    void aBadFormIsRefusedByName(Door door) {
        String url = source.url("/package.tar");

        Refusals.check(door.send(operator, source.url("/" + "x".repeat(256)), sample.md5()), 40003, "Url");
        Refusals.check(door.send(operator, url, sample.md5() + "0"), 40003, "MD5");
        Refusals.check(door.send(operator, url, "x".repeat(32)), 40004, "MD5");
        Refusals.check(door.send(operator, url, ""), 40001, "MD5");
        Refusals.check(door.send(operator, "", sample.md5()), 40001, "Url");
        Refusals.check(door.send(operator, "ftp://127.0.0.1/a.tar", sample.md5()), 40008, "Url");
        Refusals.check(door.send(operator, "http://127.0.0.1:65536/a.tar", sample.md5()), 40008, "Url");

        nothingIsEntered();
    }

    private void nothingIsEntered() {
        assertThat(operator.post(PACKAGES + "/Search", "{}").dataValue().asJsonArray())
                .isEmpty();
    }
}
