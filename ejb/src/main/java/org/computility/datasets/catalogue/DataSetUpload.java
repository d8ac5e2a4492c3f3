package org.computility.datasets.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.computility.datasets.Arrival;
import org.computility.datasets.ContentStore;
import org.computility.datasets.ContentTooLarge;
import org.computility.datasets.ContentWithoutRoom;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;

/**
 * Brings data sets in (T/AI 123.8 A.7). The bytes go to disk while they are hashed; nothing shows before size and MD5 are as
 * they were said to be, and no transaction is open meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DataSetUpload {

    private static final Set<Role> UPLOADERS = Set.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.PROVIDER, Role.CONSUMER);
    private static final Member FILE = new Member("file");
    private static final Member HASH = new Member("md5");
    private static final Member SIZE = new Member("size");

    @Inject
    ContentStore contents;

    @EJB
    DataSetCatalogue catalogue;

    @Inject
    CurrentCaller caller;

    DatasetsConfig config;

    @PostConstruct
    void configure() {
        config = DatasetsConfig.current();
    }

    /**
     * Takes the file of a data set and answers its ID, a UUID. The same file under the same title once more answers the same.
     *
     * @throws Rejected {@code member-invalid} for what is no MD5; {@code data-set-md5-mismatch}, {@code
     *     data-set-size-mismatch}, {@code data-set-too-large}, {@code data-set-unreadable}
     * @throws Unavailable {@code storage-full}
     */
    public String upload(NewDataSet said, InputStream file) {
        Caller owner = caller.require(UPLOADERS);
        checkForm(said);
        try (Arrival arrival = contents.receive(file, said.size())) {
            check(said, arrival.content());
            arrival.keep();
            return catalogue.enter(said, arrival.content(), owner);
        } catch (ContentTooLarge e) {
            throw ofAnotherSize(said, "more");
        } catch (ContentWithoutRoom e) {
            throw Unavailable.noRoom(
                    FILE, "{member} does not fit on the platform's disk; upload it again when there is more room.");
        } catch (IOException e) {
            throw new Rejected("data-set-unreadable", FILE, "{member} could not be read to its end: " + e.getMessage());
        }
    }

    private void checkForm(NewDataSet said) {
        if (!said.md5().matches("[0-9a-fA-F]{32}")) {
            throw new Rejected("member-invalid", HASH, "{member} is 32 hexadecimal digits.");
        }
        if (said.size() < 0) {
            throw new Rejected("member-invalid", SIZE, "{member} is a number of bytes.");
        }
        if (said.size() > config.largest()) {
            throw new Rejected(
                    "data-set-too-large",
                    FILE,
                    "{member} has at most " + config.largest() + " bytes on this platform.");
        }
    }

    private static void check(NewDataSet said, StoredContent came) {
        if (came.size() != said.size()) {
            throw ofAnotherSize(said, Long.toString(came.size()));
        }
        if (!came.md5().equals(said.md5().toLowerCase(Locale.ROOT))) {
            throw new Rejected(
                    "data-set-md5-mismatch",
                    HASH,
                    "{member} is " + said.md5() + ", but that of the file is " + came.md5() + ".");
        }
    }

    private static Rejected ofAnotherSize(NewDataSet said, String came) {
        return new Rejected(
                "data-set-size-mismatch",
                SIZE,
                "{member} is " + said.size() + ", but the file has " + came + " bytes.");
    }
}
