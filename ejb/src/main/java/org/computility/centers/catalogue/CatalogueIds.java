package org.computility.centers.catalogue;

import java.util.Objects;
import java.util.UUID;

/** The ids of what people name themselves, or leave to the platform. */
final class CatalogueIds {

    private CatalogueIds() {}

    static String orFresh(String wanted) {
        return Objects.requireNonNullElseGet(wanted, () -> UUID.randomUUID().toString());
    }
}
