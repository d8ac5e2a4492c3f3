package org.computility.federation.subscribers;

import java.util.UUID;
import org.computility.reporting.reports.ReportNews;
import org.computility.shared.outbound.parcels.Parcel;

/** News on their way to a subscriber: who may tell them, and what they are. */
public record NewsParcel(String subscriber, UUID claim, String url, ReportNews news, NewsWriting writing)
        implements Parcel {

    @Override
    public Posted posted() {
        return writing.write(this);
    }
}
