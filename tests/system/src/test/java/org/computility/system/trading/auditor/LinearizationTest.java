package org.computility.system.trading.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge itself: it finds an answer that no order explains, and ends among thousands. */
class LinearizationTest {

    private long moment;
    private final List<Linearization.Call> calls = new ArrayList<>();

    @Test
    void eitherOrderOfWhatHappensAtOnceIsAllowed() {
        call("deposit", 0, 10, PurseModel.deposited("a", 300));
        call("look before", 1, 9, PurseModel.holds(0));
        call("look after", 2, 8, PurseModel.holds(300));

        assertThat(fault()).isEmpty();
    }

    @Test
    void whatEndedBeforeIsSeenAfterwards() {
        call("deposit", 0, 1, PurseModel.deposited("a", 300));
        call("look", 2, 3, PurseModel.holds(0));

        assertThat(fault()).contains("not allowed: look");
    }

    @Test
    void noOrderExplainsBothOfTwoPurchasesWithTheMoneyForOne() {
        call("deposit", 0, 1, PurseModel.deposited("a", 300));
        call("buy one", 2, 9, PurseModel.bought("one", 300));
        call("buy other", 3, 8, PurseModel.bought("other", 300));

        assertThat(fault()).contains("not allowed: buy one");
    }

    @Test
    void aValueThatWasSeenInTheMeantimeIsAllowedAndNoOther() {
        call("look", 0, 100, PurseModel.holds(200));
        for (int i = 0; i < 4; i++) {
            call("deposit", 10 * i + 1, 10 * i + 9, PurseModel.deposited("a" + i, 100));
        }
        assertThat(fault()).isEmpty();

        call("look", 0, 100, PurseModel.holds(250));
        assertThat(fault()).contains("not allowed: look");
    }

    /** Its calls are rated first, and paid for then. */
    @Test
    void aSettlementLeavesOutWhatIsCountedWhileItRuns() {
        call("deposit", 0, 1, PurseModel.deposited("a", 300));
        call("call", 2, 3, PurseModel.admitted("o", 50, 6), PurseModel.counted("o", 50));
        call("settle", 4, 20, PurseModel.settled("o", 50));
        call("call", 5, 6, PurseModel.admitted("o", 50, 6), PurseModel.counted("o", 50));
        call("look", 7, 8, PurseModel.holds(300));
        call("look", 21, 22, PurseModel.holds(250));
        assertThat(fault()).isEmpty();

        call("settle", 23, 24, PurseModel.settled("o", 50));
        call("look", 25, 26, PurseModel.holds(250));
        assertThat(fault()).as("nothing was under way").contains("not allowed: look");
    }

    @Test
    void whatIsSettledIsKnownEverAfter() {
        for (int i = 0; i < 5000; i++) {
            call("deposit", next(), next(), PurseModel.deposited("a" + i, 100));
        }
        call("deposit again", next(), next(), PurseModel.deposited("a17", 100));
        call("look", next(), next(), PurseModel.holds(500_000));
        assertThat(fault()).isEmpty();

        call("refused", next(), next(), PurseModel.depositedOtherwise("a18", 100));
        assertThat(fault()).contains("not allowed: refused");
    }

    /** Callers who all look, buy and pay in at once, over and over: their orders are far more than can be gone through. */
    @Test
    void manyAtOnceAreJudged() {
        for (int round = 0; round < 200; round++) {
            long from = next() * 100;
            for (int caller = 0; caller < 8; caller++) {
                String name = round + " of " + caller;
                call("deposit " + name, from + caller, from + 60 + caller, PurseModel.deposited(name, 100));
                call("known " + name, from + caller, from + 90, PurseModel.refundedOtherwise("never", "one"));
            }
        }

        assertThat(fault()).as("none of them was refunded").contains("not allowed: known 0 of 0");
        calls.removeIf(call -> call.what().startsWith("known"));
        assertThat(fault()).isEmpty();
    }

    private void call(String what, long begun, long ended, Step... steps) {
        calls.add(new Linearization.Call(what, begun, ended, List.of(steps)));
    }

    private long next() {
        return moment++;
    }

    private String fault() {
        return Linearization.fault(Facts.none(), calls).orElse("");
    }
}
