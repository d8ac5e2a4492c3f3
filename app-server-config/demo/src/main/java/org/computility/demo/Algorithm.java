package org.computility.demo;

import java.nio.file.Path;

/** The two algorithms that the project builds itself. */
enum Algorithm implements Deployable {
    MOTION(
            "motion in area",
            "1101080000508000000120261101000000000001",
            "COMPUTILITY-MOTION_IN_AREA-1.0.0",
            "motion-in-area"),
    SOIL(
            "bare soil share",
            "1101080000508000000120261101000000000002",
            "COMPUTILITY-BARE_SOIL_SHARE-1.0.0",
            "bare-soil-share");

    private final String words;
    private final String packageId;
    private final String capability;
    private final String file;

    Algorithm(String words, String packageId, String capability, String file) {
        this.words = words;
        this.packageId = packageId;
        this.capability = capability;
        this.file = file;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public String packageId() {
        return packageId;
    }

    @Override
    public String capability() {
        return capability;
    }

    Path packageIn(Path folder) {
        return folder.resolve(file + ".tar");
    }
}
