package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.Family;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnTheServer
class HttpRefusalsIT {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private static final String METHODS = "(GET|HEAD|POST|PUT|PATCH|DELETE)(, ?(GET|HEAD|POST|PUT|PATCH|DELETE))*";

    private final Visitor admin;
    private final Visitor anonymous;

    HttpRefusalsIT(Platform platform) {
        admin = platform.asAdmin();
        anonymous = platform.anonymous();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ACSMP/AlgoFilePackages",
        "POST, ACSMP/AlgoFilePackages/Search",
        "POST, ACSMP/AlgoFilePackages/Devices",
        "POST, ACSMP/AlgoDef/Search",
        "POST, ACSMP/AlgoServices/Devices",
        "POST, ACSMP/Computility",
        "POST, ACSMP/Register",
        "POST, ACSMP/Keepalive",
        "POST, ACSMP/Tasks",
        "PUT, ACSMP/Tasks/1",
        "POST, ACSMP/TaskInstances/Stop",
        "POST, platform/v1/tokens",
        "POST, platform/v1/organisations",
        "POST, platform/v1/accounts",
        "POST, platform/v1/registrations",
        "POST, platform/v1/keys",
        "POST, platform/v1/capabilities/none/status",
        "POST, platform/v1/results",
        "POST, platform/v1/market/delivery-keys",
        "PUT, platform/v1/accounts/me/key",
        "POST, registerData",
        "POST, v1/data/publishDemand",
        "POST, settlement",
        "POST, v1/model/publish",
        "POST, v1/application/delivery",
        "POST, deliver",
        "POST, publishDatasets",
        "POST, deliverDatasets",
        "POST, platform/v1/market/policies/none/uses",
        "POST, updateLicenses",
        "POST, auth/tokens",
        "POST, datasets/upload",
        "POST, trainjob",
        "POST, platform/v1/centers",
        "POST, platform/v1/specs",
        "POST, platform/v1/images",
        "PUT, platform/v1/notifications/webhook",
        "PUT, platform/v1/jobs/shares/70553686-096f-488b-8151-9c1e47adafa5",
        "POST, platform/v1/settlement/deposits",
        "POST, platform/v1/settlement/transfers/70553686-096f-488b-8151-9c1e47adafa5/reversal"
    })
    void aBodyOfAnotherTypeIsUnsupported(String method, String path) {
        refused(admin.send(method, path, "text/csv", BodyPublishers.ofString("a,b")), 415, "media-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACSMP/AlgoDef/none",
                "ACSMP/AlgoFilePackages/none",
                "ACSMP/Computility",
                "ACSMP/Tasks/1",
                "platform/v1/accounts/me",
                "platform/v1/organisations",
                "platform/v1/registrations",
                "platform/v1/keys",
                "platform/v1/audit",
                "platform/v1/batch/runs",
                "platform/v1/jobs/shares",
                "platform/v1/market/matches?demandID=1",
                "platform/v1/notifications",
                "platform/v1/notifications/webhook",
                "platform/v1/plans/1/runs",
                "platform/v1/plans/1/windows",
                "platform/v1/plans/1/followers",
                "platform/v1/evaluations",
                "platform/v1/results",
                "platform/v1/market/publications",
                "platform/v1/market/subscriptions",
                "platform/v1/settlement/accounts",
                "platform/v1/settlement/payments",
                "platform/v1/settlement/bills",
                "platform/v1/settlement/orders",
                "platform/v1/settlement/statements",
                "platform/v1/settlement/transfers/70553686-096f-488b-8151-9c1e47adafa5",
                "platform/v1/settlement/trial-balance",
                "queryPublishedData?registrationID=1",
                "queryPublishedDemand?demandID=1",
                "queryDemandForSettlement?confirmID=1",
                "querySettlement?confirmID=1",
                "queryDeliverResult?confirmID=1",
                "datasets",
                "centers",
                "resource/specs",
                "resource/idle",
                "resource/images",
                "platform/v1/centers",
                "platform/v1/centers/none",
                "platform/v1/capacity",
                "platform/v1/specs",
                "platform/v1/specs/none",
                "platform/v1/images",
                "platform/v1/images/none",
                "trainjob",
                "trainjob/1",
                "platform/v1/jobs",
                "platform/v1/jobs/1/placement"
            })
    void anAnswerOfAnotherTypeIsNotAcceptable(String path) {
        Answer answer = admin.send(
                admin.request(path).header("Accept", "text/csv").GET().build());

        refused(answer, 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP/AlgoDef/Search", "ACSMP/Tasks", "platform/v1/organisations", "platform/v1/tokens"})
    void aBodyBeyondAllMeasureIsTooLarge(String path) {
        byte[] body = " ".repeat(LARGEST_BODY + 1).getBytes(StandardCharsets.US_ASCII);

        refused(admin.send("POST", path, "application/json", BodyPublishers.ofByteArray(body)), 413, "body-too-large");
    }

    @Test
    void aBodyNestedBeyondAllMeasureIsRefused() {
        Refusals.check(admin.post("ACSMP/AlgoDef/Search", "[".repeat(100_000)), 40000, "JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, ACSMP/Register",
        "GET, ACSMP/Keepalive",
        "PUT, platform/v1/tokens",
        "DELETE, platform/v1/audit",
        "GET, settlement",
        "DELETE, registerData",
        "OPTIONS, ACSMP/Register",
        "OPTIONS, platform/v1/tokens",
        "OPTIONS, platform/v1/organisations",
        "OPTIONS, registerData"
    })
    void anotherMethodIsNotAllowed(String method, String path) {
        for (Visitor visitor : List.of(admin, anonymous)) {
            Answer answer = visitor.send(method, path, "application/json", BodyPublishers.noBody());

            refused(answer, 405, "method-not-allowed");
            assertThat(answer.headers().firstValue("Allow").orElse("none")).matches(METHODS);
        }
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(number(answer.family(), status, code));
        assertThat(answer.message()).isNotEmpty();
    }

    private static String number(Family family, int status, String code) {
        return switch (family) {
            case PLATFORM -> code;
            // Annex B of T/AI 123.8 numbers none of these.
            case NETWORK -> "1" + status;
            default -> String.valueOf(status * 100);
        };
    }
}
