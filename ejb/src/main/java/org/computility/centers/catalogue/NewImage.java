package org.computility.centers.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * An image to be offered.
 *
 * @param id its own name, or null: the platform makes one
 * @param centerId null: every center has it
 * @param location a root folder where the center's nodes are, or a container image; null: the nodes' own programs
 * @param createTime null: now
 */
public record NewImage(
        String id,
        String name,
        String desc,
        String centerId,
        String location,
        String command,
        String arch,
        String processor,
        String operationSystem,
        String framework,
        Instant createTime,
        List<String> installedLib) {

    public NewImage {
        installedLib = installedLib == null ? List.of() : List.copyOf(installedLib);
    }
}
