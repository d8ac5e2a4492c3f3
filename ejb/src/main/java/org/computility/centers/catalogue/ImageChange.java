package org.computility.centers.catalogue;

import java.util.List;

/** What changes of an image; null: stays as it is. An empty text says nothing any more. */
public record ImageChange(
        String name,
        String desc,
        String location,
        String command,
        String arch,
        String processor,
        String operationSystem,
        String framework,
        List<String> installedLib) {}
