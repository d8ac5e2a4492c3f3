package org.computility.centers.rest;

import java.util.List;
import org.computility.centers.catalogue.NewImage;
import org.computility.shared.rest.Parameters;

/**
 * An image to be offered; only {@code name} is not null.
 *
 * @param createTime ISO 8601 with an offset
 */
public record NewImageRequest(
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
        String createTime,
        List<String> installedLib) {

    NewImage wanted() {
        return new NewImage(
                id,
                name,
                desc,
                centerId,
                location,
                command,
                arch,
                processor,
                operationSystem,
                framework,
                Parameters.instant("createTime", createTime),
                installedLib);
    }
}
