package org.computility.client;

import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.media.multipart.file.FileDataBodyPart;

/** Data sets on the platform (T/AI 123.8 A.6 and A.7; {@code docs/datasets.md}). */
public final class DataSets {

    private final Transport transport;

    DataSets(Transport transport) {
        this.transport = transport;
    }

    /** Table A.26; {@code desc} and {@code labels} may be null. */
    public record DataSet(String id, String title, String owner, long size, String desc, String labels) {}

    /** Table A.25. */
    public record Found(int totalSize, List<DataSet> datasets) {}

    /** Table A.29. */
    public record Number(String id) {}

    /** A.7: uploads a file; {@code md5} are the 32 hexadecimal digits of it. Its ID, which the market takes as {@code dataID}. */
    public String upload(Path file, String title, String md5, long size) {
        FormDataMultiPart form = new FormDataMultiPart();
        form.field("title", title);
        form.field("md5", md5);
        form.field("size", Long.toString(size));
        form.bodyPart(new FileDataBodyPart("file", file.toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE));
        return transport
                .<Number>send(
                        Family.NETWORK, "/datasets/upload", Entity.entity(form, form.getMediaType()), Number.class)
                .id();
    }

    /** A.6: data sets by page from 1. */
    public Found list(int page, int pageSize) {
        return transport.call(
                Family.NETWORK, "GET", "/datasets", Map.of("page", page, "pageSize", pageSize), null, Found.class);
    }
}
