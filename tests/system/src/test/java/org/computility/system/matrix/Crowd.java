package org.computility.system.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** Somebody of each role in each of some organisations; and who has no good token. */
public final class Crowd {

    private static final List<String> ROLES =
            List.of("OPERATOR", "AUDITOR", "PROVIDER", "CONSUMER", "DEVICE", "PLATFORM");

    private final Platform platform;
    private final Map<String, List<Visitor>> visitors = new TreeMap<>();
    private final Platform.Account administrator;

    /**
     * @param organisations those of the parties, and a stranger's
     * @param parties columns of their own, by name
     * @param ended an account whose token ends
     */
    public Crowd(Platform platform, List<String> organisations, Map<String, Visitor> parties, Platform.Account ended) {
        this.platform = platform;
        parties.forEach((name, party) -> visitors.put(name, List.of(party)));
        for (String role : ROLES) {
            List<Visitor> each = new ArrayList<>();
            for (String organisation : organisations) {
                each.add(as(platform.account(organisation, role)));
            }
            visitors.put(role, each);
        }
        visitors.put("no token", List.of(platform.anonymous()));
        Visitor gone = as(ended);
        gone.delete("platform/v1/tokens/current").expect(204);
        visitors.put("ended", List.of(gone));
        // Last: who fails before leaves none behind.
        administrator = platform.account(platform.freshOrganisation(), "ADMINISTRATOR");
        visitors.put("ADMINISTRATOR", List.of(as(administrator)));
    }

    /** One, or one for each organisation. */
    public List<Visitor> named(String column) {
        return visitors.get(column);
    }

    /** Takes the administrator out of use. */
    public void leave() {
        platform.disable(administrator);
    }

    private Visitor as(Platform.Account account) {
        return platform.as(platform.login(account.username(), account.password()));
    }
}
