package org.computility.trading.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.datasets.Arrival;
import org.computility.datasets.ContentStore;
import org.computility.datasets.ContentWithoutRoom;
import org.computility.datasets.StoredContent;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.keys.SealedStream;
import org.computility.shared.outbound.OutboundGuard;
import org.computility.trading.contract.SettledTrade;

/**
 * Encrypts the content of a data resource under its key, once for all buyers: the data set that {@code dataID} names, else what
 * {@code resource_url} answers. Contents go through as streams.
 */
@ApplicationScoped
class DataSealing {

    private static final Logger LOG = Logger.getLogger(DataSealing.class.getName());

    private static final Member LICENCES = new Member("licenses");
    private static final Member RESOURCE_URL = new Member("resourceUrl");

    @EJB
    DeliveryRecording recording;

    @EJB
    DataSetCatalogue catalogue;

    @Inject
    ContentStore contents;

    @Inject
    OutboundGuard guard;

    DeliveryConfig config;

    /** As many as a server that serves others, too, can have waiting. */
    private final SealingTurns turns = new SealingTurns(16, Duration.ofSeconds(30));

    @PostConstruct
    void configure() {
        config = DeliveryConfig.current();
    }

    /**
     * Returns once what is delivered of the trade lies in the content store.
     *
     * @throws Unavailable {@code server-busy} where too many wait already, or another takes long over the same data
     */
    void seal(SettledTrade trade) {
        if (!recording.isSealed(trade.registrationId())) {
            turns.take(trade.registrationId(), () -> sealOnce(trade));
        }
    }

    private void sealOnce(SettledTrade trade) {
        if (!recording.isSealed(trade.registrationId())) {
            sealNow(trade);
        }
    }

    private void sealNow(SettledTrade trade) {
        try {
            Optional<DataSetCatalogue.HeldContent> held = catalogue.held(trade.dataId());
            if (held.isPresent()) {
                StoredContent content = held.get().content();
                seal(trade, content, contents.find(content.sha256()).orElseThrow(DataSealing::missing));
            } else {
                fetchAndSeal(trade);
            }
        } catch (ContentWithoutRoom e) {
            throw Unavailable.noRoom(LICENCES, "The data of {member} does not fit on the platform's disk now.");
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The data " + trade.dataId() + " could not be encrypted");
            throw missing();
        }
    }

    private void fetchAndSeal(SettledTrade trade) throws IOException {
        try (InputStream there = fetched(trade);
                Arrival arrival = contents.receive(there, config.largest())) {
            seal(trade, arrival.content(), arrival.path());
        }
    }

    /** What the seller's server refuses is no fault of the buyer's. */
    private InputStream fetched(SettledTrade trade) {
        try {
            return guard.open(RESOURCE_URL, trade.resourceUrl(), config.largest(), config.fetchTimeout());
        } catch (Rejected e) {
            LOG.log(Level.WARNING, e, () -> "The data " + trade.dataId() + " could not be fetched");
            throw missing();
        }
    }

    private void seal(SettledTrade trade, StoredContent content, Path file) throws IOException {
        SealedStream sealed = SealedStream.of(content.size(), trade.publicKey());
        try (InputStream plain = Files.newInputStream(file);
                Arrival arrival = contents.receive(sealed.seal(plain), Long.MAX_VALUE)) {
            arrival.keep();
            recording.keep(trade.registrationId(), content, sealed, arrival.content());
        }
    }

    static Conflict missing() {
        return new Conflict(
                "content-missing", LICENCES, "The data of {member} cannot be had now: its seller has to be asked.");
    }
}
