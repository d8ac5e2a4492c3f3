package org.computility.shared.rest.files;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.computility.shared.space.DiskSpace;

/** Refuses a form with files for which the disk has no room, before the server writes the first of its bytes. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class UploadRoomFilter implements ContainerRequestFilter {

    @Inject
    DiskSpace space;

    @Override
    public void filter(ContainerRequestContext call) {
        MediaType type = call.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            space.require(bytes(call.getHeaderString(HttpHeaders.CONTENT_LENGTH)));
        }
    }

    // Not getLength(): that is an int, and Jersey fails on a form of 2 GiB or more.
    private static long bytes(String length) {
        try {
            return length == null ? 0 : Math.max(0, Long.parseLong(length.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
