package org.computility.audit.rest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.RecordsItsChanges;
import org.computility.shared.rest.contract.OperationName;

/**
 * What the records of one method's calls say; read from the method's annotations once, at deployment.
 *
 * @param path as documented: {@code /ACSMP/Tasks/{ID}}
 * @param targets the first that can be filled is recorded
 * @param by the member of the body that names the account; empty for none
 * @param byRoom whether the room itself records what has succeeded
 * @param refusals whether refused calls are recorded
 */
record AuditRule(String path, List<AuditTarget> targets, String by, boolean byRoom, boolean refusals) {

    static final String ANSWER = "answer";

    /** Empty for a method whose calls are not recorded. */
    static Optional<AuditRule> of(Method method) {
        Audited audited = method.getAnnotation(Audited.class);
        if (audited != null) {
            return Optional.of(
                    new AuditRule(OperationName.path(method), targets(audited.value()), audited.by(), false, true));
        }
        return Optional.ofNullable(method.getAnnotation(RecordsItsChanges.class))
                .map(recording -> new AuditRule(
                        OperationName.path(method), targets(recording.value()), "", true, recording.refusals()));
    }

    /** Whether a target names what the method answers. */
    boolean asksTheAnswer() {
        return targets.stream().flatMap(AuditTarget::names).anyMatch(AuditRule::isOfTheAnswer);
    }

    Optional<String> target(UnaryOperator<String> values) {
        return targets.stream()
                .map(target -> target.filled(values))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static boolean isOfTheAnswer(String name) {
        return name.equals(ANSWER) || name.startsWith(ANSWER + ".");
    }

    private static List<AuditTarget> targets(String... templates) {
        return Stream.of(templates).map(AuditTarget::of).toList();
    }
}
