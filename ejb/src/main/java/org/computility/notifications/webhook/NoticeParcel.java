package org.computility.notifications.webhook;

import java.util.UUID;
import org.computility.shared.outbound.parcels.Parcel;

/** One notification on its way: who may send it, where, and what. */
public record NoticeParcel(UUID organisationId, UUID claim, long number, String url, Posted posted) implements Parcel {}
