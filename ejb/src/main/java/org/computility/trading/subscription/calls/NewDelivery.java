package org.computility.trading.subscription.calls;

import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.ServiceKind;

/**
 * A call that is wanted.
 *
 * @param address as it was published
 */
public record NewDelivery(ServiceKind kind, String address, LicenceView licence, ServiceInput input) {}
