package org.computility.settlement.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.computility.settlement.bills.BillLineView;
import org.computility.settlement.bills.BillSummaryView;
import org.computility.settlement.bills.BillView;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.LineKind;
import org.computility.shared.rest.family.NoSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillPdfTest {

    private static final UUID BILL = UUID.fromString("3c1f6f0e-6c0c-4b7e-9a53-0c7d7f6f2f11");
    private static final UUID ORDER = UUID.fromString("9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d");
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void setNothing() {
        NoSettings.use();
    }

    @Test
    void saysInChineseAndEnglishWhatTheBillComesTo() throws IOException {
        byte[] pdf =
                BillPdf.of(bill("步态识别模型", List.of(line("2026-10", true, "-0.05"), line("2026-11", false, "1234.50"))));
        Files.write(Path.of("target", "bill.pdf"), pdf); // To look at.

        assertThat(text(pdf))
                .contains(
                        "账单 Bill",
                        "付款方 Payer 杭州水务",
                        "收款方 Payee 浙江大学",
                        BILL.toString(),
                        ORDER.toString(),
                        "步态识别模型",
                        "已关账 Closed")
                .contains("更正 Correction", "-0.05", "1234.50", "合计 Total 1234.45 CNY", "已付 Paid 1000.00 CNY")
                .contains("免费 free 10; 0.02 (≤ 1000); 0.01", "1 / 1");
    }

    @Test
    void embedsOnlyTheCharactersThatItUses() throws IOException {
        byte[] pdf = BillPdf.of(bill("model", List.of(line("2026-11", false, "1.00"))));

        assertThat(pdf.length).isLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources used = document.getPage(0).getResources();
            for (COSName name : used.getFontNames()) {
                assertThat(used.getFont(name).isEmbedded()).isTrue();
                assertThat(used.getFont(name).getName()).endsWith("+NotoSansSC-Regular");
            }
        }
    }

    @Test
    void showsACharacterThatItsFontHasNotAsAGetaMark() throws IOException {
        assertThat(text(BillPdf.of(bill("a\uD842\uDFB7b\n", List.of())))).contains("a〓b〓");
    }

    @Test
    void goesOnOnFurtherSheets() throws IOException {
        byte[] pdf = BillPdf.of(bill("model", Collections.nCopies(100, line("2026-11", false, "1.00"))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(StreamSupport.stream(document.getPages().spliterator(), false))
                    .allMatch(PDPage::hasContents);
        }
        assertThat(text(pdf).split("计量 Usage", -1)).hasSize(101);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static BillView bill(String subject, List<BillLineView> lines) {
        OrderView order = new OrderView(
                ORDER,
                ORDER,
                BILL,
                SubjectKind.MODEL,
                subject,
                "CNY",
                "list",
                BillingType.METERED,
                UsageUnit.CALL,
                BEGIN,
                null,
                null,
                BEGIN);
        BillSummaryView summary = new BillSummaryView(
                BILL, ORDER, "2026-11", "CNY", true, BEGIN, new BigDecimal("1234.45"), new BigDecimal("1000.00"));
        return new BillView(
                summary,
                order,
                "杭州水务",
                "浙江大学",
                BEGIN,
                lines,
                lines.stream().map(BillLineView::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BillLineView line(String period, boolean correction, String amount) {
        Tariff tariff = new Tariff(
                BillingType.METERED,
                UsageUnit.CALL,
                List.of(new Tier(1000L, new BigDecimal("0.02")), new Tier(null, new BigDecimal("0.01"))),
                10);
        return new BillLineView(
                LineKind.USAGE, period, correction, BILL, UsageUnit.CALL, 12_345, 678, tariff, new BigDecimal(amount));
    }
}
