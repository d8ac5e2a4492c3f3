package org.computility.audit.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.RecordComponent;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.shared.rest.contract.CheckedBody;

/**
 * The values of a running call by the names that {@code @Audited} has for them; null for an unknown value.
 *
 * @param answer what the method returned, or null before it has
 */
record CallValues(ContainerRequestContext call, Object answer) implements UnaryOperator<String> {

    private static final String COMPUTE_OF_CALLER = "caller.computeCode";

    @Override
    public String apply(String name) {
        if (AuditRule.isOfTheAnswer(name)) {
            return answer == null ? null : ofAnswer(name.substring(AuditRule.ANSWER.length()));
        }
        if (name.equals(COMPUTE_OF_CALLER)) {
            return call.getSecurityContext().getUserPrincipal() instanceof AuditedPrincipal caller
                    ? caller.computeCode()
                    : null;
        }
        String inPath = call.getUriInfo().getPathParameters().getFirst(name);
        if (inPath != null) {
            return inPath;
        }
        // For a call with a body the query does not count: who sends both could have another name recorded.
        return CheckedBody.of(call) == null
                ? call.getUriInfo().getQueryParameters().getFirst(name)
                : ofBody(name);
    }

    /** A member of the body, or by a dotted name one of a member; null where there is none. */
    String ofBody(String name) {
        JsonValue member = CheckedBody.of(call);
        for (String step : name.split("\\.")) {
            member = member instanceof JsonObject holder ? holder.get(step) : null;
        }
        if (member instanceof JsonString text) {
            return text.getString();
        }
        return member == null ? null : member.toString();
    }

    private String ofAnswer(String dottedComponent) {
        if (dottedComponent.isEmpty()) {
            return answer.toString();
        }
        if (!answer.getClass().isRecord()) {
            return null;
        }
        return Stream.of(answer.getClass().getRecordComponents())
                .filter(each -> dottedComponent.equals("." + each.getName()))
                .map(this::read)
                .findFirst()
                .orElse(null);
    }

    private String read(RecordComponent component) {
        try {
            return String.valueOf(component.getAccessor().invoke(answer));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }
}
