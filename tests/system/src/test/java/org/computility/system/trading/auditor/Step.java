package org.computility.system.trading.auditor;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What an answer says of one thing: at one moment this was so, and then that was so. Null: it cannot have been so. */
interface Step extends UnaryOperator<Facts> {

    /** An answer that is right where this is so, and changes nothing. */
    static Step seen(Predicate<Facts> so) {
        return new Seen(so);
    }

    /** Such an answer. Whoever may give it now loses nothing by giving it at once. */
    record Seen(Predicate<Facts> so) implements Step {

        @Override
        public Facts apply(Facts facts) {
            return so.test(facts) ? facts : null;
        }
    }
}
