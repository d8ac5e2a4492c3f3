package org.computility.identity.registration;

import java.text.Normalizer;
import java.util.Locale;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The name of an organisation as an applicant writes it: without blanks around it, in Unicode's form NFKC. */
final class OrganisationName {

    private static final int LONGEST = 100;

    private OrganisationName() {}

    /** Rejected {@code member-too-long}: the form may be longer than what was written. */
    static String of(String written) {
        String name = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (name.length() > LONGEST) {
            throw new Rejected(
                    "member-too-long", new Member("organisation"), "{member} has at most " + LONGEST + " characters.");
        }
        return name;
    }

    /** What two names share that differ in their case only. */
    static String lower(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
