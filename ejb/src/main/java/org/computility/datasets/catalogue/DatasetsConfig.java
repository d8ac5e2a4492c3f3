package org.computility.datasets.catalogue;

import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param largest {@code COMPUTILITY_DATASET_LIMIT}, bytes, default 16 GiB: of a data set
 */
record DatasetsConfig(long largest) {

    static DatasetsConfig current() {
        return from(Settings.ofServer());
    }

    static DatasetsConfig from(Settings settings) {
        return new DatasetsConfig(settings.count("computility.dataset.limit", 16L << 30));
    }
}
