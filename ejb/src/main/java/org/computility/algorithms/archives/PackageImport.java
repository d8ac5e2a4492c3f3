package org.computility.algorithms.archives;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.replacement.AbandonedServices;
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
import org.computility.shared.outbound.OutboundGuard;

/**
 * Brings packages in (T/BAX 0006.5 A.1), as a file or from a URL. The bytes go to disk while they are hashed; no
 * transaction is open until they have been checked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackageImport {

    private static final Logger LOG = Logger.getLogger(PackageImport.class.getName());
    private static final Member FILE = new Member("file");
    private static final Member URL = new Member("url");
    private static final Member HASH = new Member("md5");

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AlgorithmPackages packages;

    @Inject
    private AbandonedServices abandoned;

    @Inject
    private OutboundGuard guard;

    @Inject
    private ContentStore contents;

    private AlgorithmsConfig config;

    @PostConstruct
    void configure() {
        config = AlgorithmsConfig.current();
    }

    /**
     * Imports the archive that the stream holds. An existing package of its ID is replaced.
     *
     * @param md5 of the whole file, hexadecimal in any case
     * @throws Rejected {@code package-md5-mismatch}, {@code package-invalid}, {@code package-too-large}
     * @throws Unavailable {@code storage-full}
     */
    public ReceivedPackage importFile(InputStream content, String md5) {
        Caller caller = permitted();
        checkForm(md5);
        return take(FILE, content, md5, caller);
    }

    /** Imports the archive behind a URL; see {@link #importFile}. */
    public ReceivedPackage importUrl(String url, String md5) {
        Caller caller = permitted();
        checkForm(md5);
        try (InputStream content = guard.open(URL, url, config.largestPackage(), config.downloadTimeout())) {
            return take(URL, content, md5, caller);
        } catch (IOException e) {
            throw unreadable(URL, e);
        }
    }

    private Caller permitted() {
        return currentCaller.require(Role.OPERATOR, Role.PROVIDER, Role.ADMINISTRATOR);
    }

    private static void checkForm(String md5) {
        if (!md5.matches("[0-9a-fA-F]{32}")) {
            throw new Rejected("member-invalid", HASH, "{member} is 32 hexadecimal digits.");
        }
    }

    private ReceivedPackage take(Member member, InputStream content, String md5, Caller caller) {
        try (Arrival arrival = contents.receive(content, config.largestPackage())) {
            AlgoPackage described = checked(member, arrival, md5);
            arrival.keep();
            abandoned.unload(packages.enter(described, arrival.content(), caller));
            return received(described);
        } catch (ContentTooLarge e) {
            throw new Rejected("package-too-large", member, "{member} has more than " + e.limit() + " bytes.");
        } catch (ContentWithoutRoom e) {
            throw Unavailable.noRoom(
                    member, "{member} does not fit on the platform's disk; import it again when there is more room.");
        } catch (IOException e) {
            throw unreadable(member, e);
        }
    }

    private static ReceivedPackage received(AlgoPackage described) {
        ReceivedPackage received = new ReceivedPackage(described.id(), described.unlistedAccelerators());
        if (!received.unlistedAccelerators().isEmpty()) {
            LOG.log(Level.WARNING, "Package {0} runs on {1}: not in annex H of T/BAX 0006.5", new Object[] {
                received.id(), received.unlistedAccelerators()
            });
        }
        return received;
    }

    private static AlgoPackage checked(Member member, Arrival arrival, String md5) throws IOException {
        if (!arrival.content().md5().equals(md5.toLowerCase(Locale.ROOT))) {
            throw new Rejected(
                    "package-md5-mismatch",
                    HASH,
                    "{member} is " + md5 + ", but that of the file is "
                            + arrival.content().md5() + ".");
        }
        try {
            return new AlgoPackageArchive().read(arrival.path());
        } catch (InvalidPackageException e) {
            throw new Rejected(
                    "package-invalid",
                    member,
                    "{member} is no algorithm package: " + e.member() + ": " + e.getMessage());
        }
    }

    private static Rejected unreadable(Member member, IOException e) {
        return new Rejected("package-unreadable", member, "{member} could not be read to its end: " + e.getMessage());
    }
}
