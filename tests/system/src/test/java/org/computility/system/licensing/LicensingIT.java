package org.computility.system.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SideBySide;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annexes D and E, and what a load gets of them (F.5). */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicensingIT {

    private static final String SERVERS = "ACSMP/AuthServer";
    private static final String LICENCES = "ACSMP/License";
    private static final String PRINTED = "{'Server':'192.108.1.1:8808','Provider':'XXXXX','Default':true}";

    private Platform platform;

    /** A provider of an organisation that has nothing: all it sends is refused. */
    private Visitor nobody;

    @BeforeAll
    void open(Platform served) {
        platform = served;
        nobody = stranger("PROVIDER");
    }

    @SideBySide
    void theDefaultIsOneAndMoves() {
        Visitor provider = stranger("PROVIDER");
        int first = register(provider, "'a.example:1'", false);
        int second = register(provider, "'192.108.1.2:8808'", false);
        assertThat(defaults(provider)).containsExactly(first);

        provider.put(
                        SERVERS + "/" + second,
                        Sketch.object("{'Server':'192.108.1.1:8808,192.108.1.2:8808','Default':true}"))
                .expect(200);
        assertThat(defaults(provider)).containsExactly(second);
        JsonObject shown = provider.get(SERVERS + "/" + second).data();
        assertThat(shown.keySet()).containsExactlyInAnyOrder("ID", "Server", "Provider", "CreatedDate", "Default");
        assertThat(shown.getString("Server")).isEqualTo("192.108.1.1:8808,192.108.1.2:8808");
        assertThat(shown.getString("Provider")).isEqualTo("XXXXX");

        provider.put(SERVERS + "/" + second, Sketch.object("{'Server':'[::1]:8808','Default':false}"))
                .expect(200);
        assertThat(defaults(provider)).containsExactly(first);
        assertThat(provider.delete(SERVERS + "/" + first).expect(200).json().getInt("Code"))
                .isZero();
        assertThat(defaults(provider)).containsExactly(second);
        Refusals.check(provider.get(SERVERS + "/" + first), 40425, "" + first);
        Refusals.check(nobody.delete(SERVERS + "/" + second), 40425, "" + second);
    }

    @SideBySide
    void aLicenceFileIsImportedFoundShownAndDeleted() {
        Visitor provider = stranger("PROVIDER");
        int printed = number(new Multipart()
                .text("File", "license")
                .text("Provider", "XXXXX")
                .post(provider, LICENCES));
        int full = number(new Multipart()
                .file("File", new byte[2 << 20])
                .text("Provider", "XXXXX")
                .text("DeviceID", "11010800005050000001")
                .text("AbilityAuths", Sketch.text("[{'AlgoDefCode':'b','Quota':3},{'AlgoDefCode':'a','Quota':0}]"))
                .post(provider, LICENCES));

        JsonObject shown = provider.get(LICENCES + "/" + full).data();
        assertThat(shown.getString("File")).isEqualTo("package.tar");
        assertThat(shown.getString("DeviceID")).isEqualTo("11010800005050000001");
        assertThat(shown.getJsonArray("AbilityAuths"))
                .hasToString(Sketch.text("[{'AlgoDefCode':'b','Quota':3},{'AlgoDefCode':'a','Quota':0}]"));
        assertThat(provider.get(LICENCES + "/" + printed).data().keySet())
                .containsExactlyInAnyOrder("ID", "Provider", "CreatedDate", "File");
        String all = "{'Provider':'XXXXX','CreateTimeFrom':'2023-04-24 23:15:22.123'}";
        assertThat(numbers(provider, LICENCES, all)).containsExactly(full, printed);
        assertThat(numbers(provider, LICENCES, "{'CreateTimeTo':'2023-04-25 23:15:22.123'}"))
                .isEmpty();

        provider.delete(LICENCES + "/" + printed).expect(200);
        assertThat(numbers(provider, LICENCES, all)).containsExactly(full);
        Refusals.check(provider.get(LICENCES + "/" + printed), 40426, "" + printed);
        Refusals.check(nobody.get(LICENCES + "/" + full), 40426, "" + full);
    }

    @SideBySide
    void aLicenceThatIsSentAgainCountsOnce() {
        try (Workshop workshop = new Workshop(platform, 4)) {
            Visitor operator = workshop.operator();
            String code = workshop.algorithm().capability();
            Callable<Answer> call = () -> bought(code, 3).post(operator, LICENCES);
            List<Answer> answers = AtOnce.send(Collections.nCopies(4, call));

            assertThat(answers).extracting(LicensingIT::number).containsOnly(number(answers.get(0)));
            assertThat(numbers(operator, LICENCES, "{}")).containsExactly(number(answers.get(0)));
            assertThat(quotaTotal(operator, code)).isEqualTo(3);

            number(bought(code, 2).post(operator, LICENCES));
            assertThat(quotaTotal(operator, code)).isEqualTo(5);
        }
    }

    @SideBySide
    void aLoadGetsTheFileForItsComputeElseTheDefaultServer() throws IOException, InterruptedException {
        try (Workshop workshop = new Workshop(platform, 4)) {
            Visitor operator = workshop.operator();
            operator.post(SERVERS, Sketch.object(PRINTED.replace("XXXXX", "COMPUTILITY")))
                    .expect(200);
            String online = workshop.load(1);
            assertThat(env(workshop, online)).contains("\"AUTH_SERVER_ADDR\"", "\"192.108.1.1:8808\"");
            assertThat(workshop.node().loaded(online).toString())
                    .contains("192.108.1.1:8808")
                    .doesNotContain("LicenseFile");

            String code = workshop.node().code();
            licence(operator, "for another", "11010800005050999999");
            int forThis = licence(operator, "for this", code);
            licence(operator, "for all", null);
            String offline = workshop.load(1);
            assertThat(env(workshop, offline)).doesNotContain("AUTH_SERVER_ADDR");
            URI link = URI.create(workshop.node().loaded(offline).getString("LicenseFile"));
            assertThat(link.toString().length()).isLessThanOrEqualTo(256);
            assertThat(fetch(link).body()).isEqualTo("for this");
            assertThat(fetch(URI.create(link.toString().replace("/" + forThis + "/", "/" + (forThis + 1) + "/")))
                            .statusCode())
                    .isEqualTo(403);

            operator.delete(LICENCES + "/" + forThis).expect(200);
            assertThat(fetch(link).statusCode()).isEqualTo(404);
            String any = workshop.load(1);
            assertThat(fetch(URI.create(workshop.node().loaded(any).getString("LicenseFile")))
                            .body())
                    .isEqualTo("for all");
            assertThat(said(workshop, "{'Name':'AUTH_SERVER_ADDR','Value':'10.0.0.1:2'}"))
                    .contains("10.0.0.1:2")
                    .doesNotContain("LicenseFile");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Server   |                              | 40001",
                "Server   | 7                            | 40002",
                "Server   | 'x*257'                      | 40003",
                "Server   | '192.108.1.1'                | 40031",
                "Server   | '192.108.1.256:1'            | 40031",
                "Server   | 'a:65536'                    | 40031",
                "Server   | 'a:1,,b:1'                   | 40031",
                "Server   | 'http://a:1'                 | 40031",
                "Provider |                              | 40001",
                "Provider | ' '                          | 40004",
                "Provider | 'x*257'                      | 40003",
                "Default  |                              | 40001",
                "Default  | 'true'                       | 40002"
            })
    void aBadServerIsRefusedByName(String member, String value, int code) {
        Refusals.check(nobody.post(SERVERS, Sketch.with(Sketch.object(PRINTED), member, value)), code, member);
        assertThat(numbers(nobody, SERVERS + "/Search", "{}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Provider     | ''                                                             | 40001",
                "DeviceID     | '12'                                                           | 40004",
                "AbilityAuths | 'many'                                                         | 40032",
                "AbilityAuths | {}                                                             | 40002",
                "AbilityAuths | [{'AlgoDefCode':'a'}]                                          | 40001",
                "AbilityAuths | [{'AlgoDefCode':'a','Quota':-1}]                               | 40004",
                "AbilityAuths | [{'AlgoDefCode':'a','Quota':'1'}]                              | 40002",
                "AbilityAuths | [{'AlgoDefCode':'a','Quota':1},{'AlgoDefCode':'a','Quota':2}]  | 40032"
            })
    void aBadLicenceIsRefusedByName(String part, String value, int code) {
        String text = value.equals("''") || part.equals("DeviceID") ? value.replace("'", "") : Sketch.text(value);

        // Of two parts with one name the first counts.
        Answer refused = new Multipart()
                .text(part, part.equals("AbilityAuths") && value.equals("'many'") ? "many" : text)
                .text("Provider", "XXXXX")
                .text("File", "license")
                .post(nobody, LICENCES);

        Refusals.check(refused, code, part);
        assertThat(numbers(nobody, LICENCES, "{}")).isEmpty();
    }

    @SideBySide
    void aFileBeyondItsSizeAndWhoMayNotAreRefused() {
        Refusals.check(
                new Multipart()
                        .text("Provider", "X")
                        .file("File", new byte[(2 << 20) + 1])
                        .post(nobody, LICENCES),
                41301,
                "File");
        Refusals.check(
                new Multipart().text("Provider", "X").file("File", new byte[0]).post(nobody, LICENCES), 40033, "File");
        Refusals.check(new Multipart().text("Provider", "X").post(nobody, LICENCES), 40001, "File");
        assertThat(numbers(nobody, LICENCES, "{}")).isEmpty();
        Refusals.check(nobody.get(SERVERS + "/seven"), 40002, "ID");
        Refusals.check(nobody.get(LICENCES + "/99999999999"), 40426, "licence");
        Refusals.check(stranger("AUDITOR").post(SERVERS, Sketch.object(PRINTED)), 40301, "OPERATOR");
    }

    private static String said(Workshop workshop, String env) {
        JsonObject request = Sketch.with(workshop.loadRequest(1), "Env", "[" + env + "]");
        String service = ((JsonString) workshop.operator()
                        .post("ACSMP/AlgoServices/Devices", request)
                        .dataValue())
                .getString();
        return workshop.node().loaded(service).toString();
    }

    private static int licence(Visitor visitor, String content, String device) {
        Multipart form = new Multipart()
                .file("File", content.getBytes(StandardCharsets.UTF_8))
                .text("Provider", "COMPUTILITY");
        return number((device == null ? form : form.text("DeviceID", device)).post(visitor, LICENCES));
    }

    private static Multipart bought(String code, int quota) {
        return new Multipart()
                .text("File", "license")
                .text("Provider", "COMPUTILITY")
                .text("AbilityAuths", Sketch.text("[{'AlgoDefCode':'" + code + "','Quota':" + quota + "}]"));
    }

    /** E.5. */
    private static int quotaTotal(Visitor visitor, String code) {
        return visitor.get(LICENCES + "/Quota/" + code).data().getInt("QuotaTotal");
    }

    private static String env(Workshop workshop, String service) {
        return workshop.operator()
                .get("ACSMP/AlgoServices/Devices/" + workshop.node().code() + "/" + service)
                .data()
                .getJsonArray("Env")
                .toString();
    }

    private static HttpResponse<String> fetch(URI link) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }

    private Visitor stranger(String role) {
        Platform.Account account = platform.account(platform.freshOrganisation(), role);
        return platform.as(platform.login(account.username(), account.password()));
    }

    private static int register(Visitor visitor, String server, boolean isDefault) {
        JsonObject wanted = Sketch.with(
                Sketch.with(Sketch.object(PRINTED), "Server", server), "Default", Boolean.toString(isDefault));
        return number(visitor.post(SERVERS, wanted));
    }

    private static int number(Answer answer) {
        return Integer.parseInt(answer.expect(200).dataValue().toString());
    }

    private static List<Integer> defaults(Visitor visitor) {
        return found(visitor, SERVERS + "/Search", "{'Provider':'XXXXX'}").getValuesAs(JsonObject.class).stream()
                .filter(server -> server.getBoolean("Default"))
                .map(server -> server.getInt("ID"))
                .toList();
    }

    private static List<Integer> numbers(Visitor visitor, String path, String search) {
        return found(visitor, path, search).getValuesAs(JsonObject.class).stream()
                .map(one -> one.getInt("ID"))
                .toList();
    }

    private static JsonArray found(Visitor visitor, String path, String search) {
        return visitor.post(path, Sketch.object(search)).expect(200).dataValue().asJsonArray();
    }
}
