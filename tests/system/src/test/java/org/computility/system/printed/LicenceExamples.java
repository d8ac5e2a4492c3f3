package org.computility.system.printed;

import jakarta.json.JsonNumber;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.Multipart;
import org.computility.system.Visitor;

/** Annexes D and E. */
final class LicenceExamples {

    private static final String SERVERS = "ACSMP/AuthServer";
    private static final String LICENCES = "ACSMP/License";

    private final PrintedWorld world;
    private final Visitor operator;
    private long server;

    LicenceExamples(PrintedWorld world) {
        this.world = world;
        operator = world.operator();
    }

    Stream<Example> servers() {
        return Stream.of(
                Example.of("D.1", () -> {
                    Answer answer = register();
                    server = id(answer);
                    return answer;
                }),
                Example.of("D.2", () -> operator.delete(SERVERS + "/" + id(register()))),
                Example.of("D.3", () -> operator.put(SERVERS + "/" + server, Printed.request("D.3"))),
                Example.of(
                        "D.4",
                        () -> operator.post(SERVERS + "/Search", PrintedWorld.untilNow("D.4")),
                        "/Data/0/Server",
                        "/Data/0/Provider",
                        "/Data/0/Default"),
                Example.of(
                        "D.5",
                        () -> operator.get(SERVERS + "/" + server),
                        "/Data/Server",
                        "/Data/Provider",
                        "/Data/Default"),
                Example.of(
                        "D.6",
                        () -> {
                            // The printed address is nobody's: the printed answer comes from a server of the test's.
                            operator.put(SERVERS + "/" + server, world.answeringServer())
                                    .expect(200);
                            return operator.get(SERVERS + "/Quota/PROVIDER-HUMAN_ATTR_ALERT-1.0.0");
                        },
                        "/Data"));
    }

    Stream<Example> licences() {
        return Stream.of(
                Example.of("E.1", this::importAsPrinted),
                Example.of("E.2", () -> operator.delete(LICENCES + "/" + id(importAsPrinted()))),
                Example.of(
                        "E.3",
                        () -> {
                            // What E.2 deleted was the only one: the same licence once more is no further licence.
                            importAsPrinted().expect(200);
                            return operator.post(LICENCES, PrintedWorld.untilNow("E.3"));
                        },
                        "/Data/0/Provider"),
                Example.of("E.4", () -> operator.get(LICENCES + "/" + id(importAsPrinted())), "/Data/Provider"),
                Example.of(
                        "E.5",
                        () -> operator.get(LICENCES + "/Quota/" + PrintedPackages.CAPABILITY),
                        "/Data/AlgoDefCode",
                        "/Data/QuotaTotal"));
    }

    private Answer register() {
        return operator.post(SERVERS, Printed.request("D.1"));
    }

    private Answer importAsPrinted() {
        return new Multipart().text("File", "license").text("Provider", "XXXXX").post(operator, LICENCES);
    }

    private static long id(Answer answer) {
        return ((JsonNumber) answer.dataValue()).longValueExact();
    }
}
