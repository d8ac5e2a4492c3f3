package org.computility.operations.declared;

import java.time.Period;
import java.util.UUID;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What a run of a job may be told.
 *
 * @param byDefault the value for a run that is given none
 * @param least the smallest value that is taken
 * @param most the largest
 */
public record JobParameter(String name, ParameterType type, String byDefault, String least, String most) {

    public JobParameter {
        if (type.compare(byDefault, least) < 0 || type.compare(byDefault, most) > 0) {
            throw new IllegalArgumentException(
                    name + " is between " + least + " and " + most + ", not " + byDefault + ".");
        }
    }

    /** A length of time in days, months or years. */
    public static JobParameter period(String name, Period byDefault, Period least, Period most) {
        return new JobParameter(name, ParameterType.PERIOD, byDefault.toString(), least.toString(), most.toString());
    }

    /** A whole number. */
    public static JobParameter number(String name, long byDefault, long least, long most) {
        return new JobParameter(
                name, ParameterType.NUMBER, Long.toString(byDefault), Long.toString(least), Long.toString(most));
    }

    /** The ID of the one thing that a run is about; by default the UUID of zeros, which stands for all of them. */
    public static JobParameter one(String name) {
        String all = new UUID(0, 0).toString();
        return new JobParameter(name, ParameterType.ID, all, all, new UUID(-1, -1).toString());
    }

    /**
     * The value as the job gets it: the default for null and for an empty text. 400 {@code member-invalid} for a text that is
     * no value of the type, or lies out of bounds.
     */
    String value(String text) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        String value = type.read(text.strip()).orElseThrow(() -> refusal("is " + type.form()));
        if (type.compare(value, least) < 0 || type.compare(value, most) > 0) {
            throw refusal("is between " + least + " and " + most);
        }
        return value;
    }

    private Rejected refusal(String rule) {
        return new Rejected("member-invalid", member(name), "{member} " + rule + ".");
    }

    static Member member(String parameter) {
        return new Member("parameters." + parameter);
    }
}
