package org.computility.licensing.offline;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computility.datasets.Arrival;
import org.computility.datasets.ContentStore;
import org.computility.datasets.ContentTooLarge;
import org.computility.datasets.ContentWithoutRoom;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;

/**
 * Brings licence files in (T/BAX 0006.5 E.1). The bytes go to disk while they are hashed; no transaction is open meanwhile. What
 * they mean is known to the provider's algorithms only.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceImport {

    /** Table E.1: 文件大小不超过2MB. */
    static final long LARGEST = 2L << 20;

    private static final Member FILE = new Member("file");

    @Inject
    ContentStore contents;

    @EJB
    LicenceRegister licences;

    @Inject
    CurrentCaller caller;

    /**
     * Takes a file of at most 2 MiB and answers its number. The same licence once more is no further licence: it has the
     * number of before.
     *
     * @throws Rejected {@code licence-too-large} (413), {@code licence-empty}, {@code licence-unreadable}, {@code
     *     ability-auths-invalid}
     * @throws Unavailable {@code storage-full}
     */
    public int take(NewLicence said, InputStream file) {
        Caller owner = caller.require(Role.PUBLISHERS);
        checkOnce(said.abilities());
        try (Arrival arrival = contents.receive(file, LARGEST)) {
            if (arrival.content().size() == 0) {
                throw new Rejected("licence-empty", FILE, "{member} is empty: send the licence file's bytes.");
            }
            arrival.keep();
            return licences.enter(said, arrival.content(), owner);
        } catch (ContentTooLarge e) {
            throw Rejected.tooLarge("licence-too-large", FILE, "{member} has more than 2 MB (" + LARGEST + " bytes).");
        } catch (ContentWithoutRoom e) {
            throw Unavailable.noRoom(
                    FILE, "{member} does not fit on the platform's disk; import it again when there is more room.");
        } catch (IOException e) {
            throw new Rejected("licence-unreadable", FILE, "{member} could not be read to its end: " + e.getMessage());
        }
    }

    private static void checkOnce(List<AbilityQuota> abilities) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < abilities.size(); i++) {
            if (!codes.add(abilities.get(i).algoDefCode())) {
                throw new Rejected(
                        "ability-auths-invalid",
                        new Member("abilityAuths[" + i + "].algoDefCode"),
                        "{member} is " + abilities.get(i).algoDefCode()
                                + " a second time: name each capability once, with its whole quota.");
            }
        }
    }
}
