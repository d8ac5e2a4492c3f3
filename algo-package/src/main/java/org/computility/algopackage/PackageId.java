package org.computility.algopackage;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The 40 digits that name a package: a 20 digit code as GB/T 28181 builds them, the time of making as {@code
 * yyyyMMddHHmmss}, and six digits.
 */
public final class PackageId {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private PackageId() {}

    /** Why that text is no package ID, or null when it is one. */
    public static String fault(String id) {
        if (id == null || id.length() != 40) {
            return "has 40 digits";
        }
        if (!id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "is made of the digits 0 to 9 only";
        }
        try {
            LocalDateTime.parse(id.substring(20, 34), STAMP);
            return null;
        } catch (DateTimeException e) {
            return "carries a time yyyyMMddHHmmss in digits 21 to 34; " + id.substring(20, 34) + " is none";
        }
    }
}
