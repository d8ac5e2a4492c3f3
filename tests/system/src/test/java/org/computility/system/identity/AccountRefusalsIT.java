package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad accounts and organisations: named, and nothing changed. */
@OnTheServer
@InTurn
class AccountRefusalsIT {

    private static final String ACCOUNTS = "platform/v1/accounts";
    private static final String ORGANISATIONS = "platform/v1/organisations";

    private final Platform platform;
    private final Visitor admin;
    private String organisation;

    AccountRefusalsIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
    }

    @BeforeEach
    void anOrganisation() {
        organisation = platform.freshOrganisation();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "username       |           | member-missing  | username",
                "password       |           | member-missing  | password",
                "organisationId |           | member-missing  | organisationId",
                "roles          |           | member-missing  | roles",
                "username       | 7         | member-type     | username",
                "password       | true      | member-type     | password",
                "organisationId | 7         | member-type     | organisationId",
                "roles          | 'DEVICE'  | member-type     | roles",
                "roles          | [7]       | member-type     | roles[0]",
                "roles          | []        | member-invalid  | roles",
                "roles          | ['KING']  | member-invalid  | roles[0]",
                "computeCode    | 7         | member-type     | computeCode",
                "computeCode    | 'abc'     | member-invalid  | computeCode",
                "computeCode    | 'x*21'    | member-too-long | computeCode",
                "username       | 'x*65'    | member-too-long | username",
                "password       | 'x*2049'  | member-too-long | password",
                "password       | 'x*257'   | member-too-long | password",
                "password       | 'short'   | password-short  | password"
            })
    void aBadAccountIsRefusedByNameAndNotOpened(String member, String value, String code, String named) {
        Refusals.check(admin.post(ACCOUNTS, Sketch.with(request(), member, value)), 400, code, named);

        assertThat(total()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password       | 7                                      | member-type          | password",
                "password       | 'x*2049'                               | member-too-long      | password",
                "password       | 'short'                                | password-short       | password",
                "password       | 'SM2:00'                               | password-cipher      | password",
                "organisationId | 7                                      | member-type          | organisationId",
                "organisationId | 'seven'                                | member-invalid       | organisationId",
                "organisationId | '00000000-0000-4000-8000-000000000000' | organisation-invalid | organisationId",
                "roles          | 'DEVICE'                               | member-type          | roles",
                "roles          | []                                     | member-invalid       | roles",
                "roles          | ['KING']                               | member-invalid       | roles[0]",
                "computeCode    | 7                                      | member-type          | computeCode",
                "computeCode    | 'x*21'                                 | member-too-long      | computeCode",
                "enabled        | 'yes'                                  | member-type          | enabled"
            })
    void aBadChangeIsRefusedByNameAndChangesNothing(String member, String value, String code, String named) {
        JsonObject before = admin.post(ACCOUNTS, request()).expect(201).json();
        String path = ACCOUNTS + "/" + before.getString("id");
        JsonObject change = Sketch.with(
                Json.createObjectBuilder().add("computeCode", "1101").build(), member, value);

        Refusals.check(admin.patch(path, change), 400, code, named);

        assertThat(admin.get(path).json()).isEqualTo(before);
        platform.login(before.getString("username"), "a stranger's secret");
    }

    @Test
    void theLastAdministratorStaysOne() {
        JsonObject before = admin.get(ACCOUNTS + "/me").expect(200).json();
        String path = ACCOUNTS + "/" + before.getString("id");

        for (String change : new String[] {"{'enabled':false}", "{'roles':['OPERATOR']}"}) {
            Answer answer = admin.patch(path, Sketch.object(change));
            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
            assertThat(answer.json().getString("code")).isEqualTo("last-administrator");
        }

        assertThat(admin.get(path).expect(200).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "organisationId=seven, member-type, organisationId",
        "role=KING, member-invalid, role",
        "enabled=maybe, member-type, enabled",
        "page=0, page-number-invalid, page",
        "page=one, member-type, page",
        "pageSize=0, page-size-invalid, pageSize",
        "pageSize=1001, page-size-invalid, pageSize"
    })
    void aBadListOfAccountsIsRefusedByName(String query, String code, String named) {
        Refusals.check(admin.get(ACCOUNTS + "?" + query), 400, code, named);
    }

    @ParameterizedTest
    @CsvSource({
        "?page=0, page-number-invalid, page",
        "?page=one, member-type, page",
        "?pageSize=0, page-size-invalid, pageSize",
        "?pageSize=1001, page-size-invalid, pageSize",
        "/seven, member-type, id"
    })
    void aBadQuestionForOrganisationsIsRefusedByName(String rest, String code, String named) {
        Refusals.check(admin.get(ORGANISATIONS + rest), 400, code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}               | member-missing",
                "{'name':null}    | member-missing",
                "{'name':''}      | member-missing",
                "{'name':'  '}    | member-invalid",
                "{'name':7}       | member-type",
                "{'name':'x*101'} | member-too-long"
            })
    void aBadOrganisationIsRefusedByName(String body, String code) {
        Refusals.check(admin.post(ORGANISATIONS, Sketch.text(body)), 400, code, "name");
    }

    @Test
    void anOrganisationsNameIsTakenInWhateverCase() {
        String name = platform.freshName("bureau");
        admin.post(ORGANISATIONS, Sketch.text("{'name':'" + name + "'}")).expect(201);

        Answer again = admin.post(ORGANISATIONS, Sketch.text("{'name':'" + name.toUpperCase(Locale.ROOT) + "'}"));

        Refusals.check(again, 409, "organisation-exists", "name");
        assertThat(admin.get(ORGANISATIONS + "?name=" + name).json().getInt("total"))
                .isEqualTo(1);
        assertThat(admin.get(ORGANISATIONS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private JsonObject request() {
        return Json.createObjectBuilder()
                .add("username", platform.freshName("camera"))
                .add("password", "a stranger's secret")
                .add("organisationId", organisation)
                .add("roles", Json.createArrayBuilder().add("DEVICE"))
                .build();
    }

    private int total() {
        return admin.get(ACCOUNTS + "?organisationId=" + organisation).json().getInt("total");
    }
}
