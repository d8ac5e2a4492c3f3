package org.computility.trading.subscription.catalogue;

import org.computility.trading.subscription.ServiceKind;

/**
 * Which models or applications.
 *
 * @param text words that all occur in what is said of it; null: whatever that is
 * @param category null: any
 */
public record ServiceSearch(ServiceKind kind, String text, String category) {}
