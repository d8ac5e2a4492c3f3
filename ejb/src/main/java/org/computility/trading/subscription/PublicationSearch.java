package org.computility.trading.subscription;

/**
 * Which publications.
 *
 * @param kind null: any
 * @param resourceId null: any
 * @param own only those of the caller's organisation
 */
public record PublicationSearch(ServiceKind kind, String resourceId, boolean own) {}
