package org.computility.settlement.rest;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.settlement.bills.BillLineView;
import org.computility.settlement.bills.BillView;

/** A bill for spreadsheets (RFC 4180): one row a line, the total last. */
final class BillCsv {

    private static final String END = "\r\n";

    private BillCsv() {}

    static String of(BillView bill) {
        Stream<String> lines = bill.lines().stream().map(line -> line(bill, line));
        Stream<String> head = Stream.of(row(
                "bill",
                "order",
                "month",
                "kind",
                "usedIn",
                "correction",
                "unit",
                "quantity",
                "events",
                "amount",
                "currency"));
        Stream<String> total = Stream.of(row(
                bill.bill().id(),
                bill.bill().orderId(),
                bill.bill().period(),
                "TOTAL",
                "",
                "",
                "",
                "",
                "",
                bill.total().toPlainString(),
                bill.bill().currency()));
        return Stream.of(head, lines, total).flatMap(rows -> rows).collect(Collectors.joining());
    }

    private static String line(BillView bill, BillLineView line) {
        return row(
                bill.bill().id(),
                bill.bill().orderId(),
                bill.bill().period(),
                line.kind(),
                line.period(),
                line.correction(),
                line.unit(),
                line.quantity(),
                line.events(),
                line.amount().toPlainString(),
                bill.bill().currency());
    }

    /** No value has a comma, a quotation mark or an end of line: they are numbers, UUIDs, months and words of our own. */
    private static String row(Object... values) {
        return Stream.of(values).map(value -> Objects.toString(value, "")).collect(Collectors.joining(",", "", END));
    }
}
