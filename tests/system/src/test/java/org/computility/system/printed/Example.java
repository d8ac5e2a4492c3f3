package org.computility.system.printed;

import java.util.List;
import java.util.function.Supplier;
import org.computility.system.Answer;

/**
 * An operation and how its printed example is sent.
 *
 * @param name the table's
 * @param call sends the request
 * @param equal JSON pointers to what the answer has with the printed values, too
 */
record Example(String name, Supplier<Answer> call, List<String> equal) {

    static Example of(String name, Supplier<Answer> call, String... equal) {
        return new Example(name, call, List.of(equal));
    }

    /** The number that the print gives the operation: {@code A.3} of {@code A.3 whatever}. */
    String number() {
        return name.split(" ")[0];
    }

    @Override
    public String toString() {
        return name;
    }
}
