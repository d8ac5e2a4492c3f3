package org.computility.compute;

import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * The 20 digits of a compute as GB/T 28181 builds them: centre 8 (GB/T 2260 region 6, access unit 2), industry 2, type 3,
 * network 1, serial 6. Only length and digits decide; a region or type that no list knows is let through with a warning,
 * since the lists grow.
 */
public final class ComputeCode {

    private static final Logger LOG = Logger.getLogger(ComputeCode.class.getName());

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");
    private static final Set<String> TYPES = Set.of(
            "111", "112", "113", "114", "115", "116", "117", "118", "119", "120", "121", "122", "130", "131", "132",
            "133", "134", "135", "136", "137", "138", "139", "140", "141", "500", "501", "502", "503", "504", "505",
            "506", "507", "508", "509");

    private ComputeCode() {}

    /** Refuses a text that is not 20 digits, naming the member. */
    public static void check(Member member, String code) {
        if (code == null || code.length() != 20 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Rejected(
                    "compute-code-invalid", member, "{member} is the compute's code of 20 digits (GB/T 28181).");
        }
        if (!isListed(code)) {
            LOG.log(Level.WARNING, "Compute code {0} has a region or a type that no list knows.", code);
        }
    }

    /** Whether region and type of a well-formed code are among the known ones. */
    static boolean isListed(String code) {
        return PROVINCES.contains(code.substring(0, 2)) && TYPES.contains(code.substring(10, 13));
    }
}
