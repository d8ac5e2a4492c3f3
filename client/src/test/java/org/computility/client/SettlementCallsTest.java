package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.client.settlement.Bills;
import org.computility.client.settlement.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calls that explain money send, and what they make of the answer. */
class SettlementCallsTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    private void page(String element) {
        platform.answers(200, "{\"items\":[" + element + "],\"page\":2,\"pageSize\":5,\"total\":9}");
    }

    @Test
    void aBillIsReadLineByLine() {
        platform.answers(
                200,
                "{\"bill\":{\"orderId\":\"" + ID
                        + "\",\"period\":\"2026-11\",\"closed\":false,\"charged\":0.00},\"order\":{\"id\":\"" + ID
                        + "\",\"billing\":\"METERED\",\"from\":\"2026-11-28T08:00:00Z\"},\"payerName\":\"杭州水务\",\"asOf\":\"2026-11-28T09:00:00Z\",\"lines\":[{"
                        + "\"kind\":\"USAGE\",\"period\":\"2026-11\",\"correction\":true,\"quantity\":25,\"events\":5,\"tariff\":"
                        + "{\"unit\":\"CALL\",\"tiers\":[{\"upTo\":9,\"unitPrice\":0.5},{\"unitPrice\":0.25}],\"freeQuota\":3},"
                        + "\"amount\":-1.50}],\"total\":12.50}");
        Bills.Bill bill = client.bills().preview(ID);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/settlement/orders/" + ID + "/preview ");
        assertThat(bill.bill().id()).isNull();
        assertThat(bill.order().until()).isNull();
        assertThat(bill.payerName()).isEqualTo("杭州水务");
        assertThat(bill.payeeName()).isNull();
        Bills.Line line = bill.lines().get(0);
        assertThat(line.amount()).isEqualTo("-1.50");
        assertThat(line.tariff().tiers().get(0).upTo()).isEqualTo(9);
        assertThat(line.tariff().tiers().get(1).upTo()).isNull();
        assertThat(client.bills().get(ID)).isEqualTo(bill);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/settlement/bills/" + ID + " ");
    }

    @Test
    void aBillAndAPreviewAreExplainedByTheirUsage() {
        page("{\"eventId\":\"" + ID
                + "\",\"at\":\"2026-11-28T09:00:00Z\",\"quantity\":3,\"period\":\"2026-11\",\"rated\":true}");
        Bills.Event event = client.bills().previewedEvents(ID, 2, 5).items().get(0);
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/settlement/orders/" + ID + "/preview/events?");
        assertThat(platform.lastQuery()).containsOnly(Map.entry("page", "2"), Map.entry("pageSize", "5"));
        assertThat(event.quantity()).isEqualTo(3);
        assertThat(event.rated()).isTrue();
        assertThat(client.bills().events(ID, 2, 5).items()).containsExactly(event);
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/settlement/bills/" + ID + "/events?");
    }

    @Test
    void ordersAndBillsAreListed() {
        page("{\"id\":\"" + ID + "\",\"quota\":7}");
        assertThat(client.bills().orders(2, 5).items().get(0).quota()).isEqualTo(7);
        page("{\"id\":\"" + ID + "\",\"period\":\"2026-11\",\"closedAt\":\"2026-12-01T18:00:00Z\",\"closed\":true}");
        assertThat(client.bills().list(ID, 2, 5).items().get(0).closedAt()).isEqualTo("2026-12-01T18:00:00Z");
        assertThat(platform.lastQuery()).containsEntry("order", ID.toString());
        client.bills().list(null, 2, 5);
        assertThat(platform.lastQuery()).doesNotContainKey("order");
        platform.answers(200, "{\"id\":\"" + ID + "\",\"subject\":\"M\"}");
        assertThat(client.bills().order(ID).subject()).isEqualTo("M");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/settlement/orders/" + ID + " ");
    }

    @Test
    void aBillIsWrittenAsAFileOrItsRefusalTold() {
        platform.answers(200, "a,b");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        client.bills().csv(ID, file);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/settlement/bills/" + ID + "/csv ");
        client.bills().pdf(ID, file);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/settlement/bills/" + ID + "/pdf ");
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("a,ba,b");
        platform.answers(404, "{\"code\":\"bill-unknown\",\"detail\":\"none\"}");
        assertThatThrownBy(() -> client.bills().pdf(ID, file)).hasMessage("none");
    }

    @Test
    void transfersAreReadAndReversed() {
        page("{\"version\":1,\"sequence\":17,\"amount\":5.00,\"balanceAfter\":7.50}");
        Instant from = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(client.ledger()
                        .statement(ID, from, null, 2, 5)
                        .items()
                        .get(0)
                        .balanceAfter())
                .isEqualTo("7.50");
        assertThat(platform.lastQuery())
                .containsEntry("account", ID.toString())
                .containsEntry("from", "2026-11-01T00:00:00Z")
                .doesNotContainKey("to");
        client.ledger().statement(ID, null, from, 2, 5);
        assertThat(platform.lastQuery())
                .containsEntry("to", "2026-11-01T00:00:00Z")
                .doesNotContainKey("from");

        String transfer =
                "{\"id\":\"" + ID + "\",\"kind\":\"DEPOSIT\",\"entries\":[{\"amount\":-5.00,\"kind\":\"CASH\"}]}";
        platform.answers(200, "{\"transfer\":" + transfer + ",\"sequence\":17}");
        Ledger.Recorded recorded = client.ledger().transfer(ID);
        assertThat(recorded.reversedBy()).isNull();
        assertThat(recorded.transfer().entries().get(0).organisationId()).isNull();
        platform.answers(201, transfer);
        assertThat(client.ledger().reverse(ID, "twice")).isEqualTo(recorded.transfer());
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/settlement/transfers/" + ID + "/reversal {\"reason\":\"twice\"}");
    }

    @Test
    void paymentsAreListedAndTheBooksCloseAtAnyInstant() {
        page("{\"id\":\"" + ID + "\",\"state\":\"PAID\",\"amount\":5}");
        assertThat(client.books().payments(2, 5).items().get(0).state()).isEqualTo("PAID");
        platform.answers(200, "{\"at\":\"2026-11-28T08:00:00Z\",\"accounts\":[],\"totals\":{},\"balanced\":true}");
        assertThat(client.books()
                        .trialBalance(Instant.parse("2026-11-28T08:00:00Z"))
                        .balanced())
                .isTrue();
        assertThat(platform.lastQuery()).containsOnly(Map.entry("at", "2026-11-28T08:00:00Z"));
    }
}
