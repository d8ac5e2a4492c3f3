package org.computility.settlement.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.settlement.bills.BillLineView;
import org.computility.settlement.bills.BillView;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.LineKind;
import org.computility.shared.StandardTime;

/** A bill to print and to file, in Chinese and English: one row a line with its prices below, the total last. */
final class BillPdf {

    private static final float TITLE = 20;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float ROW = 18;

    private static final float VALUES = 160;
    private static final float MONTH = 110;
    private static final float UNIT = 270;
    private static final float QUANTITY = 390;
    private static final float EVENTS = 460;

    // Noto Sans SC (SIL Open Font License 1.1) with the characters of GB 2312 and of western languages.
    private static final byte[] FONT = read("NotoSansSC-GB2312.ttf");

    private BillPdf() {}

    static byte[] of(BillView bill) {
        try (PdfSheet sheet = new PdfSheet(FONT)) {
            head(sheet, bill);
            columns(sheet);
            for (BillLineView line : bill.lines()) {
                line(sheet, line);
            }
            foot(sheet, bill);
            return sheet.finish(
                    "账单 Bill " + bill.bill().period() + " " + bill.bill().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(PdfSheet sheet, BillView bill) throws IOException {
        sheet.left(PdfSheet.LEFT, TITLE, "账单 Bill");
        sheet.right(PdfSheet.RIGHT, TITLE, bill.bill().period());
        sheet.rule();
        sheet.down(ROW);
        fact(sheet, "账单编号 Bill", bill.bill().id());
        fact(sheet, "订单编号 Order", bill.bill().orderId());
        party(sheet, "付款方 Payer", bill.payerName(), bill.order().payer());
        party(sheet, "收款方 Payee", bill.payeeName(), bill.order().payee());
        fact(sheet, "服务 Service", bill.order().subject());
        fact(sheet, "状态 State", bill.bill().closed() ? "已关账 Closed" : "未关账 Open");
        fact(sheet, "截至 As of", StandardTime.seconds(bill.asOf()) + " " + StandardTime.zone());
        sheet.down(ROW);
    }

    /** The name may be longer than the sheet is wide: the ID has a row of its own. */
    private static void party(PdfSheet sheet, String name, String called, UUID organisation) throws IOException {
        fact(sheet, name, called);
        sheet.down(ROW * 2 / 3);
        sheet.left(VALUES, SMALL, organisation.toString());
    }

    private static void fact(PdfSheet sheet, String name, Object value) throws IOException {
        sheet.down(ROW);
        sheet.left(PdfSheet.LEFT, TEXT, name);
        sheet.left(VALUES, TEXT, Objects.toString(value, "–"));
    }

    private static void columns(PdfSheet sheet) throws IOException {
        sheet.down(ROW);
        sheet.left(PdfSheet.LEFT, TEXT, "月份 Month");
        sheet.left(MONTH, TEXT, "项目 Item");
        sheet.left(UNIT, TEXT, "单位 Unit");
        sheet.right(QUANTITY, TEXT, "数量 Quantity");
        sheet.right(EVENTS, TEXT, "次数 Events");
        sheet.right(PdfSheet.RIGHT, TEXT, "金额 Amount");
        sheet.rule();
    }

    private static void line(PdfSheet sheet, BillLineView line) throws IOException {
        sheet.down(ROW);
        sheet.left(PdfSheet.LEFT, TEXT, line.period());
        sheet.left(MONTH, TEXT, item(line));
        sheet.left(UNIT, TEXT, unit(line.unit()));
        sheet.right(QUANTITY, TEXT, Long.toString(line.quantity()));
        sheet.right(EVENTS, TEXT, Long.toString(line.events()));
        sheet.right(PdfSheet.RIGHT, TEXT, line.amount().toPlainString());
        sheet.down(ROW * 2 / 3);
        sheet.left(MONTH, SMALL, prices(line.tariff()));
    }

    private static void foot(PdfSheet sheet, BillView bill) throws IOException {
        sheet.rule();
        sum(sheet, "合计 Total", bill.total().toPlainString(), bill);
        sum(sheet, "已计费 Charged", bill.bill().charged().toPlainString(), bill);
        sum(sheet, "已付 Paid", bill.bill().paid().toPlainString(), bill);
    }

    private static void sum(PdfSheet sheet, String name, String amount, BillView bill) throws IOException {
        sheet.down(ROW);
        sheet.left(UNIT, TEXT, name);
        sheet.right(PdfSheet.RIGHT, TEXT, amount + " " + bill.bill().currency());
    }

    private static String item(BillLineView line) {
        String item = line.kind() == LineKind.TERM ? "固定租期 Term" : "计量 Usage";
        return line.correction() ? item + "(更正 Correction)" : item;
    }

    private static String unit(UsageUnit unit) {
        return switch (unit) {
            case CALL -> "次 Call";
            case TOKEN -> "Token";
            case DAY -> "天 Day";
            case SECOND -> "秒 Second";
        };
    }

    /** At most a line: a tariff of many tiers is shown by its first ones. */
    private static String prices(Tariff tariff) {
        List<Tier> tiers = tariff.tiers();
        String shown = tiers.stream().limit(4).map(BillPdf::price).collect(Collectors.joining("; "));
        String free = tariff.freeQuota() == 0 ? "" : "免费 free " + tariff.freeQuota() + "; ";
        return "单价 Price: " + free + shown + (tiers.size() > 4 ? "; …" : "");
    }

    private static String price(Tier tier) {
        String unitPrice = tier.unitPrice().stripTrailingZeros().toPlainString();
        return tier.upTo() == null ? unitPrice : unitPrice + " (≤ " + tier.upTo() + ")";
    }

    private static byte[] read(String name) {
        try (InputStream font = BillPdf.class.getResourceAsStream(name)) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
