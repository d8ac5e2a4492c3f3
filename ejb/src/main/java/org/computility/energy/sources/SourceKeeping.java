package org.computility.energy.sources;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.computility.energy.nodes.NodeCounting;
import org.computility.energy.nodes.NodeShown;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingEntry;
import org.computility.shared.keys.Sealing;

/** What reading devices begins and ends with, each in a transaction of its own: none is open while a device is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SourceKeeping {

    /** So much of a device's words is kept. */
    private static final int LONGEST = 1024;

    @Inject
    MeterSources sources;

    @EJB
    ReadingEntry entry;

    @Inject
    NodeCounting nodes;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    Duration patience;

    @PostConstruct
    void prepare() {
        patience = SourcesConfig.current().patience();
    }

    /** The meters that are due at some devices; no other server gets them before their interval is over. */
    public List<OpenSource> claimDue(int mostDevices) {
        List<String> due = sources.claimDue(clock.instant(), mostDevices);
        return sources.some(due.toArray(new String[0])).stream().map(this::open).toList();
    }

    /** Empty where readings of the meter are pushed. */
    public Optional<OpenSource> open(String meterCode) {
        return sources.find(meterCode).map(this::open);
    }

    /**
     * Takes what a device showed for a reading, in the same way as a pushed one; not where the meter is read elsewhere by now, and not
     * behind a later look of another server.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReadingEntry#take}
     */
    public void read(OpenSource asked, BigDecimal number, Instant at) {
        Instant shown = at.truncatedTo(ChronoUnit.MILLIS);
        sources.lock(asked.meterCode())
                .filter(source -> source.is(asked) && source.isNews(shown))
                .ifPresent(source -> {
                    boolean gap = source.isInGap();
                    take(asked, gap, new NewReading(shown, source.showed(number, shown)));
                    sources.session().update(source);
                });
    }

    /**
     * Takes what the counters of a node showed for a reading, of when they were read, in the same way.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReadingEntry#take}
     */
    public void read(OpenSource asked, NodeShown shown, Instant now) {
        Instant at = Objects.requireNonNullElse(shown.at(), now).truncatedTo(ChronoUnit.MILLIS);
        sources.lock(asked.meterCode()).filter(source -> source.is(asked)).ifPresent(source -> {
            if (source.isNews(at)) {
                boolean gap = source.isInGap();
                BigDecimal added = nodes.add(asked.meterCode(), shown.counts(), source.readAt(), now);
                take(asked, gap, new NewReading(at, source.added(added, at, now)));
            } else {
                source.tried(now);
            }
            sources.session().update(source);
        });
    }

    /** Notes why there was no reading. */
    public void failed(OpenSource asked, String reason) {
        note(asked, reason, false);
    }

    /** Notes that what the device showed could not be taken. Of power it is not known what came of it until the next look. */
    public void refused(OpenSource asked, String reason) {
        note(asked, reason, true);
    }

    private void take(OpenSource asked, boolean behindGap, NewReading reading) {
        if (behindGap) {
            entry.takeBehindGap(asked.meterCode(), reading);
        } else {
            entry.take(asked.meterCode(), List.of(reading));
        }
    }

    private void note(OpenSource asked, String reason, boolean gap) {
        String kept = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        sources.failed(asked.meterCode(), asked.setAt(), kept, gap, clock.instant());
    }

    private OpenSource open(MeterSource source) {
        return source.open(sealing, patience);
    }
}
