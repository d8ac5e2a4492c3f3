package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computility.connector.meters.devices.ModbusDevice;
import org.computility.connector.meters.devices.SilentDevice;
import org.computility.connector.meters.devices.SnmpAgent;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.OctetString;

/** Meters that the platform reads itself, at devices of the libraries that it reads with. */
@InTurn
@OnTheServer
class MetersReadIT {

    private static final String METERS = "platform/v1/monitoring/meters/";
    private static final String COUNTER = "1.3.6.1.4.1.318.1.1";
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Platform platform;
    private final Reporter reporter;
    private final Visitor operator;
    private final Visitor admin;
    private final int center;
    private final int port = TestSettings.freePort();
    private final List<String> meters = new ArrayList<>();

    MetersReadIT(Platform platform) {
        this.platform = platform;
        reporter = new Reporter(platform);
        var account = platform.account(reporter.account.organisationId(), "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        admin = platform.asAdmin();
        center = reporter.center(reporter.freshName("庆阳中心"), "");
    }

    /** Nobody asks for them any more: other classes compare tables. */
    @AfterEach
    void forgetSources() {
        meters.forEach(meter -> admin.delete(METERS + meter + "/source").expect(200));
    }

    @Test
    void aModbusDeviceIsReadOverflowsGoesAwayReturnsAndIsReset() {
        String meter = opened("TOTAL_ELECTRICITY");
        JsonObject source = modbus(port, 100);
        try (ModbusDevice device = new ModbusDevice(port)) {
            device.counts(100, 4_294_967_290L);
            assertThat(set(meter, source).getString("source")).isEqualTo("MODBUS_TCP");
            JsonObject probe = probe(meter);
            assertThat(number(probe, "value")).isEqualByComparingTo("4294967290");
            assertThat(probe.getString("raw")).isEqualTo("ffff fffa");
            await().atMost(SOON).untilAsserted(() -> assertThat(readings(meter)).isNotEmpty());
            assertThat(source(meter).getInt("age")).isNotNegative();

            device.counts(100, 4);
            // Nobody asks: the next reading comes by itself, after the interval.
            await().atMost(SOON).untilAsserted(() -> assertThat(counted(meter)).isEqualByComparingTo("10"));
        }
        // A source that is said again is read at once.
        set(meter, source);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(source(meter).getString("failure", "")).contains("does not answer"));
        assertThat(counted(meter)).isEqualByComparingTo("10");

        try (ModbusDevice returned = new ModbusDevice(port)) {
            returned.counts(100, 3);
            // A source that is said again is read at once.
            set(meter, source);
            // Less than before, and too far for an overflow: it began at zero.
            await().atMost(SOON).untilAsserted(() -> assertThat(counted(meter)).isEqualByComparingTo("13"));
            assertThat(source(meter)).doesNotContainKeys("failure", "failedSince");

            set(meter, modbus(port, 900));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(source(meter).getString("failure", "")).contains("refuses the registers"));
        }
    }

    @Test
    void aDeviceThatHangsHoldsUpNobody() throws IOException {
        String hanging = opened("IT_ELECTRICITY");
        String healthy = opened("IT_ELECTRICITY");
        int silent = TestSettings.freePort();
        try (SilentDevice silence = new SilentDevice(silent);
                ModbusDevice device = new ModbusDevice(port)) {
            device.counts(7, 5);
            set(hanging, modbus(silent, 1));
            set(healthy, modbus(port, 7));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(readings(healthy)).hasSize(1));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(source(hanging).getString("failure", "")).contains("in time"));
            assertThat(probe(hanging).getString("failure")).contains("in time");
            assertThat(readings(hanging)).isEmpty();
            assertThat(silence).isNotNull();
        }
        assertThat(admin.delete(METERS + hanging + "/source").expect(200).json().getString("source"))
                .isEqualTo("PUSHED");
        assertThat(admin.post(METERS + hanging + "/source/probe", JsonValue.EMPTY_JSON_OBJECT)
                        .failure())
                .isEqualTo("meter-pushed");
    }

    @Test
    void anSnmpAgentIsReadByCommunityAndByUserAndTellsNoSecret() throws IOException {
        String meter = opened("TOTAL_ELECTRICITY");
        try (SnmpAgent agent = new SnmpAgent(port, "community-secret")
                .shows(COUNTER, new Counter32(4_294_967_295L))
                .shows(COUNTER + ".2", new OctetString("230.5"))
                .knows("meter", AuthSHA.ID, "auth-secret", PrivAES128.ID, "priv-secret")) {
            JsonObject v2c =
                    with(snmp("COUNTER32", COUNTER), Map.of("community", Json.createValue("community-secret")));
            set(meter, v2c);
            await().atMost(SOON).untilAsserted(() -> assertThat(readings(meter)).hasSize(1));
            assertThat(number(probe(meter), "value")).isEqualByComparingTo("4294967.295");

            JsonObject v3 = with(
                    snmp("TEXT", COUNTER + ".2"),
                    Map.of(
                            "user", Json.createValue("meter"),
                            "authProtocol", Json.createValue("SHA"),
                            "authPassword", Json.createValue("auth-secret"),
                            "privProtocol", Json.createValue("AES128"),
                            "privPassword", Json.createValue("priv-secret")));
            set(meter, v3);
            JsonObject probe = probe(meter);
            assertThat(probe.getString("raw")).isEqualTo("OCTET STRING 230.5");
            assertThat(number(probe, "value")).isEqualByComparingTo("0.2305");

            set(meter, with(v3, Map.of("authPassword", Json.createValue("wrong-secret"))));
            assertThat(probe(meter).getString("failure")).contains("password of authentication");
            set(meter, with(v3, Map.of("dataType", Json.createValue("COUNTER64"))));
            assertThat(probe(meter).getString("failure")).contains("is no COUNTER64");
            assertThat(agent).isNotNull();
        }
        operator.delete("platform/v1/monitoring/centers/" + center + "/meters/" + meter)
                .expect(200);
        assertThat(admin.post(METERS + meter + "/source/probe", JsonValue.EMPTY_JSON_OBJECT)
                        .failure())
                .isEqualTo("meter-retired");
        assertThat(operator.get(METERS + meter + "/source").expect(200).text()).doesNotContain("secret");
        assertThat(platform.asAdmin()
                        .get("platform/v1/audit?action=source&pageSize=50")
                        .expect(200)
                        .text())
                .contains(meter)
                .doesNotContain("-secret");
    }

    @Test
    void whatANodeTellsOfItsEnergyIsReadThroughItsConnection() {
        String meter = opened("IT_ELECTRICITY");
        Instant booted = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        try (FakeNode node = new FakeNode(platform.freshComputeCode())) {
            JsonObject source = Json.createObjectBuilder()
                    .add("source", "NODE")
                    .add("node", node.code())
                    .add("interval", 10)
                    .build();
            refused(meter, source, "compute-unknown", "node");
            node.register(platform, platform.deviceAccount(reporter.account.organisationId(), node.code()));
            node.tell(energy(node, booted, "100.5", "7000.25"));
            assertThat(set(meter, source).getString("covers")).isEqualTo("ALL");
            await().atMost(SOON).untilAsserted(() -> assertThat(readings(meter)).isNotEmpty());
            assertThat(number(probe(meter), "value")).isEqualByComparingTo("7.10075");
            assertThat(source(meter).getInt("age")).isNotNegative();
            assertThat(source(meter)).doesNotContainKey("host");

            node.tell(energy(node, booted, "101", "7011.75"));
            await().atMost(SOON).untilAsserted(() -> assertThat(counted(meter)).isEqualByComparingTo("0.012"));
            // It restarts: a count that began behind the last reading is a new one, also where it shows more.
            node.tell(energy(node, Instant.now(), "200", "5"));
            await().atMost(SOON).untilAsserted(() -> assertThat(counted(meter)).isEqualByComparingTo("0.217"));

            node.tell(Json.createObjectBuilder().add("DeviceID", node.code()).build());
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(source(meter).getString("failure", "")).contains("no energy of CPU"));
            assertThat(counted(meter)).isEqualByComparingTo("0.217");
        }
    }

    /** What a machine with a card tells of its energy, in Wh. */
    private static JsonObject energy(FakeNode node, Instant since, String processors, String cards) {
        return Json.createObjectBuilder()
                .add("DeviceID", node.code())
                .add("XpuMonitors", Json.createArrayBuilder().add(JsonValue.EMPTY_JSON_OBJECT))
                .add(
                        "Energy",
                        Json.createArrayBuilder()
                                .add(count("RAPL", "CPU", since, processors))
                                .add(count("NVML", "XPU", since, cards)))
                .build();
    }

    private static JsonObjectBuilder count(String source, String covers, Instant since, String wattHours) {
        return Json.createObjectBuilder()
                .add("Source", source)
                .add("Covers", covers)
                .add("WattHours", new BigDecimal(wattHours))
                .add("CountedSince", since.toString());
    }

    @Test
    void whatIsOddIsRefusedWithItsMemberAndChangesNothing() {
        String meter = opened("WATER");
        JsonObject good = with(modbus(port, 1), Map.of("unit", Json.createValue("L")));
        for (String missing : List.of("source", "host", "dataType", "unit", "address")) {
            refused(meter, Json.createObjectBuilder(good).remove(missing).build(), "member-missing", missing);
        }
        String tooLong = "x".repeat(256);
        refused(meter, with(good, Map.of("source", Json.createValue("PUSHED"))), "member-invalid", "source");
        refused(meter, with(good, Map.of("host", Json.createValue(7))), "member-type", "host");
        refused(meter, with(good, Map.of("host", Json.createValue(tooLong))), "member-too-long", "host");
        refused(meter, with(good, Map.of("host", Json.createValue("a b"))), "member-invalid", "host");
        refused(meter, with(good, Map.of("host", Json.createValue("10.0.0.1"))), "url-refused", "host");
        for (String number : List.of("port", "interval", "unitId", "address", "scale")) {
            refused(meter, with(good, Map.of(number, Json.createValue("many"))), "member-type", number);
            refused(meter, with(good, Map.of(number, Json.createValue(-1))), "member-invalid", number);
        }
        refused(meter, with(good, Map.of("interval", Json.createValue(9))), "member-invalid", "interval");
        refused(meter, with(good, Map.of("scale", Json.createValue(0))), "member-invalid", "scale");
        for (String choice :
                List.of("covers", "dataType", "unit", "function", "wordOrder", "authProtocol", "privProtocol")) {
            refused(meter, with(good, Map.of(choice, Json.createValue("ELSE"))), "member-invalid", choice);
        }
        for (String text : List.of("oid", "community", "user", "authPassword", "privPassword")) {
            refused(meter, with(good, Map.of(text, Json.createValue(7))), "member-type", text);
            refused(meter, with(good, Map.of(text, Json.createValue(tooLong))), "member-too-long", text);
        }
        refused(meter, with(good, Map.of("node", Json.createValue("7"))), "member-invalid", "node");
        refused(meter, with(good, Map.of("covers", Json.createValue("CPU"))), "member-invalid", "source");
        refused(meter, with(good, Map.of("community", Json.createValue("public"))), "member-invalid", "source");
        refused(meter, with(good, Map.of("unit", Json.createValue("KWH"))), "member-invalid", "unit");
        refused(meter, with(good, Map.of("dataType", Json.createValue("TEXT"))), "member-invalid", "dataType");
        assertThat(source(meter).keySet()).containsExactly("source");

        Visitor provider = platform.as(reporter.token);
        assertThat(provider.put(METERS + meter + "/source", good).status()).isEqualTo(403);
        assertThat(provider.get(METERS + meter + "/source").status()).isEqualTo(200);
        Visitor stranger = platform.as(new Reporter(platform).token);
        assertThat(stranger.get(METERS + meter + "/source").failure()).isEqualTo("meter-unknown");
    }

    @Test
    void anAdministratorTakesReadingsBack() {
        String meter = opened("TOTAL_ELECTRICITY");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant wrong = now.minusSeconds(1800);
        push(meter, now.minusSeconds(3600), "10").expect(200);
        push(meter, wrong, "1000").expect(200);
        push(meter, now, "20").expect(200);
        assertThat(push(meter, now.minusMillis(1), "20").failure()).isEqualTo("readings-too-dense");
        String period = METERS + meter + "/readings?from=" + wrong + "&to=" + wrong;

        assertThat(operator.delete(period + "&reason=mistyped").status()).isEqualTo(403);
        Visitor admin = platform.asAdmin();
        assertThat(admin.delete(period).failure()).isEqualTo("member-missing");
        assertThat(admin.delete(period + "&reason=" + "x".repeat(501)).failure())
                .isEqualTo("member-too-long");
        assertThat(admin.delete(METERS + meter + "/readings?from=" + now + "&to=" + wrong + "&reason=x")
                        .failure())
                .isEqualTo("period-reversed");
        assertThat(admin.delete(period + "&reason=mistyped").expect(200).json().getInt("takenBack"))
                .isEqualTo(1);

        assertThat(counted(meter)).isEqualByComparingTo("10");
        JsonArray shown = readings(meter);
        assertThat(shown).hasSize(3);
        assertThat(shown.getJsonObject(1).getString("reason")).isEqualTo("mistyped");
        assertThat(shown.getJsonObject(1).getString("takenBackBy")).isNotBlank();
    }

    private String opened(String kind) {
        String code = reporter.freshName("r-");
        JsonObject meter =
                Json.createObjectBuilder().add("code", code).add("kind", kind).build();
        operator.post("platform/v1/monitoring/centers/" + center + "/meters", meter)
                .expect(200);
        meters.add(code);
        return code;
    }

    private static JsonObject modbus(int port, int address) {
        return Json.createObjectBuilder()
                .add("source", "MODBUS_TCP")
                .add("host", "127.0.0.1")
                .add("port", port)
                .add("interval", 10)
                .add("dataType", "UINT32")
                .add("unit", "KWH")
                .add("address", address)
                .build();
    }

    private JsonObject snmp(String type, String oid) {
        return Json.createObjectBuilder()
                .add("source", "SNMP")
                .add("host", "127.0.0.1")
                .add("port", port)
                .add("dataType", type)
                .add("unit", "WH")
                .add("oid", oid)
                .build();
    }

    private static JsonObject with(JsonObject source, Map<String, ? extends JsonValue> members) {
        var all = Json.createObjectBuilder(source);
        members.forEach(all::add);
        return all.build();
    }

    private JsonObject set(String meter, JsonObject source) {
        return admin.put(METERS + meter + "/source", source).expect(200).json();
    }

    private void refused(String meter, JsonObject source, String code, String member) {
        Answer answer = admin.put(METERS + meter + "/source", source);
        assertThat(answer.failure()).as(answer.text()).isEqualTo(code);
        assertThat(answer.json().getString("member")).as(answer.text()).isEqualTo(member);
    }

    private JsonObject probe(String meter) {
        return admin.post(METERS + meter + "/source/probe", JsonValue.EMPTY_JSON_OBJECT)
                .expect(200)
                .json();
    }

    private JsonObject source(String meter) {
        return operator.get(METERS + meter + "/source").expect(200).json();
    }

    private Answer push(String meter, Instant at, String value) {
        return operator.post(
                METERS + meter + "/readings",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("at", at.toString()).add("value", value))
                        .build()
                        .toString());
    }

    private JsonArray readings(String meter) {
        return list(METERS + meter + "/readings" + lately());
    }

    private BigDecimal counted(String meter) {
        return list(METERS + meter + "/hours" + lately()).getValuesAs(JsonObject.class).stream()
                .map(hour -> number(hour, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String lately() {
        Instant now = Instant.now();
        return "?from=" + now.minus(Duration.ofHours(2)) + "&to=" + now.plusSeconds(60);
    }

    private JsonArray list(String path) {
        try (var reader = Json.createReader(
                new StringReader(operator.get(path).expect(200).text()))) {
            return reader.readArray();
        }
    }

    private static BigDecimal number(JsonObject object, String member) {
        return object.getJsonNumber(member).bigDecimalValue();
    }
}
