package org.computility.system.trading.auditor;

import jakarta.json.Json;
import java.util.Random;
import org.computility.system.Answer;
import org.computility.system.Platform;

/** What the administrator undoes: purchases, which are paid back, and deposits, which nobody has paid. */
final class ReversalDeeds {

    private static final String SHORT = "balance-short";

    private final Platform platform;
    private final Known known;
    private final History history;

    ReversalDeeds(Platform platform, Known known, History history) {
        this.platform = platform;
        this.known = known;
        this.history = history;
    }

    /** Pays a trade back, most often for the reason that others have. */
    void refund(Random random, Known.Trade trade) {
        String transfer = known.transfers.get(trade);
        if (transfer == null) {
            return;
        }
        String reason = random.nextInt(8) == 0 ? "other" : "one";
        long begun = history.moment();
        Answer answer = reverse(transfer, reason);
        String what = "refund " + trade.number() + ", " + reason + " " + answer.status();
        if (answer.expect(201, 409).status() == 409) {
            purse(trade, what, begun, PurseModel.refundedOtherwise(trade.number(), reason));
            return;
        }
        known.refunded.add(trade);
        purse(trade, what, begun, PurseModel.refunded(trade.number(), trade.price(), reason));
        history.note(
                "licences of " + trade.resource().name(),
                what,
                begun,
                history.moment(),
                LicenceModel.revoked(trade.number()));
    }

    /** Takes a deposit back, where the money is still there. */
    void undo(Known.Deposit deposit) {
        long begun = history.moment();
        Answer answer = reverse(deposit.transfer(), "one");
        boolean tooShort = Outcome.of(answer).isOne(SHORT);
        if (!tooShort) {
            answer.expect(201);
            known.undone.add(deposit);
        }
        history.note(
                "purse of " + deposit.market().demander(),
                "undo " + deposit.reference() + " " + answer.status(),
                begun,
                history.moment(),
                tooShort
                        ? PurseModel.tooShortToUndo(deposit.reference(), deposit.amount())
                        : PurseModel.undone(deposit.reference(), deposit.amount()));
    }

    private Answer reverse(String transfer, String reason) {
        return platform.asAdmin()
                .post(
                        "platform/v1/settlement/transfers/" + transfer + "/reversal",
                        Json.createObjectBuilder().add("reason", reason).build());
    }

    private void purse(Known.Trade trade, String what, long begun, Step step) {
        history.note("purse of " + trade.buyer().demander(), what, begun, history.moment(), step);
    }
}
