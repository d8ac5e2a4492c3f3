package org.computility.algopackage;

/** The default of a task field. It must be of the field's own type: every reader relies on that. */
final class DefaultValue {

    private static final String MEMBER = "DefaultValue";

    private DefaultValue() {}

    /** A Number, a Boolean or a text by the field's type; null when there is none. */
    static Object of(Members field, String type) throws InvalidPackageException {
        if (!field.has(MEMBER)) {
            return null;
        }
        Object value = type.equals("string") ? field.optionalText(MEMBER, 4096) : field.plain(MEMBER);
        if (!isOf(type, value)) {
            throw field.invalid(MEMBER, "is a " + type);
        }
        return value;
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "long" -> value instanceof Integer || value instanceof Long;
            case "double" -> value instanceof Number number && Double.isFinite(number.doubleValue());
            case "boolean" -> value instanceof Boolean;
            default -> value instanceof String;
        };
    }
}
