package org.computility.reporting.plausibility;

import java.math.BigDecimal;
import java.util.Optional;
import org.computility.reporting.figures.Figures;

/** How a rule compares. A figure that is not told breaks no rule. */
public enum RuleKind {
    /** The measure is the bound or more. */
    AT_LEAST {
        @Override
        Optional<String> fault(Comparison c) {
            return c.measure()
                    .filter(value -> value.compareTo(c.bound()) < 0)
                    .map(value -> c.path() + " is " + value.toPlainString() + ", and at least " + c.boundText());
        }
    },
    /** The measure is the bound or less. */
    AT_MOST {
        @Override
        Optional<String> fault(Comparison c) {
            return c.measure()
                    .filter(value -> value.compareTo(c.bound()) > 0)
                    .map(value -> c.path() + " is " + value.toPlainString() + ", and at most " + c.boundText());
        }
    },
    /** The measure is no more than another, times the bound. */
    NOT_ABOVE {
        @Override
        Optional<String> fault(Comparison c) {
            return c.measure()
                    .filter(value -> c.other()
                            .filter(most -> value.compareTo(most.multiply(c.bound())) > 0)
                            .isPresent())
                    .map(value -> c.path() + " is " + value.toPlainString() + ", more than "
                            + c.other().orElseThrow().toPlainString() + " of " + c.otherPath()
                            + (c.bound().compareTo(BigDecimal.ONE) == 0 ? "" : " times " + c.boundText()));
        }
    },
    /** The measure is the other by the divisor; they differ by the bound at most, as a part of the other. */
    QUOTIENT {
        @Override
        Optional<String> fault(Comparison c) {
            if (c.measure().isEmpty() || c.other().isEmpty() || c.divisor().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal other = c.other().orElseThrow();
            BigDecimal product = c.measure().orElseThrow().multiply(c.divisor().orElseThrow());
            return product.subtract(other).abs().compareTo(other.abs().multiply(c.bound())) > 0
                    ? Optional.of(c.path() + " is " + c.measure().orElseThrow().toPlainString() + ", which is not "
                            + c.otherPath() + " by " + c.divisorPath())
                    : Optional.empty();
        }
    },
    /** The measure is neither more than the bound times that of the month before, nor the other way round. */
    JUMP {
        @Override
        Optional<String> fault(Comparison c) {
            if (c.measure().isEmpty() || c.before().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal now = c.measure().orElseThrow();
            BigDecimal then = c.before().orElseThrow();
            return now.compareTo(then.multiply(c.bound())) > 0 || then.compareTo(now.multiply(c.bound())) > 0
                    ? Optional.of(c.path() + " is " + now.toPlainString() + " after " + then.toPlainString()
                            + " the month before, more than " + c.boundText() + " times as much or as little")
                    : Optional.empty();
        }
    },
    /** The measure is what the platform knows itself; they differ by the bound at most, as a part of what the platform knows. */
    AS_KNOWN {
        @Override
        Optional<String> fault(Comparison c) {
            return c.measure()
                    .filter(value -> c.known()
                            .filter(own -> value.subtract(own)
                                            .abs()
                                            .compareTo(own.abs().multiply(c.bound()))
                                    > 0)
                            .isPresent())
                    .map(value -> c.path() + " is " + value.toPlainString() + ", and the platform knows "
                            + c.known().orElseThrow().toPlainString());
        }
    };

    abstract Optional<String> fault(Comparison comparison);

    /** What a rule compares in some figures. */
    record Comparison(
            String path,
            Optional<BigDecimal> measure,
            String otherPath,
            Optional<BigDecimal> other,
            String divisorPath,
            Optional<BigDecimal> divisor,
            Optional<BigDecimal> before,
            Optional<BigDecimal> known,
            BigDecimal bound) {

        static Comparison of(
                String path,
                String otherPath,
                String divisorPath,
                BigDecimal bound,
                Figures figures,
                Figures before,
                Figures known) {
            return new Comparison(
                    path,
                    figures.number(path),
                    otherPath,
                    otherPath == null ? Optional.empty() : figures.number(otherPath),
                    divisorPath,
                    divisorPath == null ? Optional.empty() : figures.number(divisorPath),
                    before == null ? Optional.empty() : before.number(path),
                    known == null ? Optional.empty() : known.number(path),
                    bound);
        }

        String boundText() {
            return bound.stripTrailingZeros().toPlainString();
        }
    }
}
