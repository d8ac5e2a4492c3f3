package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Orders are settled by the job, and their bills read. */
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "needs the server's database")
class BillsIT {

    private static final String SETTLEMENT = "platform/v1/settlement/";
    private static final String NOTHING = "70553686-096f-488b-8151-9c1e47adafa5";

    private final Platform platform;
    private final BookJobs jobs;
    private final Payer payer;
    private final Payer payee;
    private final ManyOrders orders;

    BillsIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        jobs = new BookJobs(platform);
        payer = new Payer(platform);
        payee = new Payer(platform);
        orders = new ManyOrders(server.database(), UUID.fromString(payee.organisation()));
    }

    @Test
    void whatWasUsedIsRatedChargedPaidAndPaidOut() {
        payer.paid("100000");
        orders.add(payer.organisation(), 3, 400);

        JsonObject run = jobs.ended(jobs.settle(2));

        assertThat(run.getString("status")).as("%s", run).isEqualTo("COMPLETED");
        assertThat(run.getJsonObject("progressFacts").getInt("orders")).isGreaterThanOrEqualTo(3);
        BigDecimal costs = orders.costs(payer.organisation());
        assertThat(new BigDecimal("100000").subtract(payer.balance())).isEqualByComparingTo(costs);
        assertThat(payee.balance()).isZero();
        assertThat(items(payee.reader(), "statements?account=" + payee.account().getString("id") + "&pageSize=100"))
                .extracting(entry -> entry.getString("kind"))
                .contains("USAGE", "PAYOUT");

        assertThat(items(payee.reader(), "payouts")).hasSize(3).allSatisfy(payout -> {
            assertThat(payout.getString("account")).isEqualTo(payee.account().getString("id"));
            assertThat(payout.getString("payee")).isEqualTo(payee.organisation());
            assertThat(payout.getJsonObject("creditInfo").getString("bank")).isEqualTo("ICBC");
            assertThat(payout.getString("reference")).contains(payout.getString("orderId"));
            assertThat(payout.getString("madeBy")).isEqualTo("settle-orders");
        });
        assertThat(items(payer.reader(), "payouts")).isEmpty();
        assertThat(items(platform.asAdmin(), "payouts?pageSize=1000"))
                .extracting(payout -> payout.getString("payee"))
                .contains(payee.organisation());

        List<JsonObject> seen = items(payer.reader(), "orders");
        assertThat(seen).hasSize(3).isEqualTo(items(payee.reader(), "orders"));
        assertThat(items(payer.reader(), "bills?pageSize=100").stream()
                        .map(bill -> bill.getJsonNumber("charged").bigDecimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(costs);
        explains(seen.get(0).getString("id"));
        assertThat(jobs.ended(jobs.reconcile()).getString("status")).isEqualTo("COMPLETED");
    }

    /** Each bill of the order comes to what its lines and its events say. */
    private void explains(String order) {
        for (JsonObject summary : items(payer.reader(), "bills?order=" + order)) {
            String path = SETTLEMENT + "bills/" + summary.getString("id");
            JsonObject bill = payer.reader().get(path).expect(200).json();
            JsonObject line = bill.getJsonArray("lines").getJsonObject(0);
            assertThat(bill.getJsonNumber("total").bigDecimalValue())
                    .isEqualTo(summary.getJsonNumber("charged").bigDecimalValue());
            List<JsonObject> events =
                    items(payer.reader(), "bills/" + summary.getString("id") + "/events?pageSize=1000");
            assertThat(events).hasSize(line.getInt("events"));
            assertThat(events.stream()
                            .mapToInt(event -> event.getInt("quantity"))
                            .sum())
                    .isEqualTo(line.getInt("quantity"));
            Answer csv = payer.reader().get(path + "/csv").expect(200);
            assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
            assertThat(csv.text().lines().toList())
                    .hasSize(bill.getJsonArray("lines").size() + 2)
                    .last()
                    .asString()
                    .endsWith("," + summary.getJsonNumber("charged").bigDecimalValue() + ",CNY");
            assertThat(text(payer.reader().get(path + "/pdf").expect(200)))
                    .contains("账单 Bill", order, "计量 Usage", "付款方 Payer " + bill.getString("payerName"))
                    .contains("收款方 Payee " + bill.getString("payeeName"))
                    .contains("合计 Total " + summary.getJsonNumber("charged").bigDecimalValue() + " CNY");
        }
    }

    private static String text(Answer pdf) {
        assertThat(pdf.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @InTurn
    @Test
    void othersOrdersAndBillsDoNotExist() {
        payer.paid("100000");
        orders.add(payer.organisation(), 1, 10);
        String order = items(payer.reader(), "orders").get(0).getString("id");
        JsonObject preview = payer.reader()
                .get(SETTLEMENT + "orders/" + order + "/preview")
                .expect(200)
                .json();
        assertThat(preview.getJsonObject("order").getString("id")).isEqualTo(order);
        jobs.ended(jobs.settle(2));
        String bill = items(payer.reader(), "bills").get(0).getString("id");

        Visitor stranger = new Payer(platform).reader();

        assertThat(items(stranger, "orders")).isEmpty();
        assertThat(items(stranger, "bills")).isEmpty();
        assertThat(items(stranger, "bills?order=" + order)).isEmpty();
        for (String path : List.of(
                "orders/" + order,
                "orders/" + order + "/preview",
                "orders/" + order + "/preview/events",
                "orders/" + NOTHING)) {
            refused(stranger.get(SETTLEMENT + path), 404, "order-unknown");
        }
        for (String id : List.of(bill, NOTHING)) {
            for (String part : List.of("", "/events", "/csv", "/pdf")) {
                refused(stranger.get(SETTLEMENT + "bills/" + id + part), 404, "bill-unknown");
            }
        }
        refused(stranger.get(SETTLEMENT + "bills/1"), 400, "member-type");
        refused(platform.anonymous().get(SETTLEMENT + "orders"), 401, "token-missing");
        assertThat(items(platform.asAdmin(), "bills?order=" + order)).isNotEmpty();
    }

    private static List<JsonObject> items(Visitor visitor, String path) {
        return visitor.get(SETTLEMENT + path)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(code);
    }
}
