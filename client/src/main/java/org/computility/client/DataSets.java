package org.computility.client;

import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Part;
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

    /**
     * Table A.28.
     *
     * @param md5 the 32 hexadecimal digits of the file's
     * @param desc null: nothing is said
     * @param labels null: none
     * @param open {@code public}: whether the jobs of every organisation may read it
     */
    public record NewDataSet(String title, String md5, long size, String desc, String labels, boolean open) {}

    /** Table A.25. */
    public record Found(int totalSize, List<DataSet> datasets) {}

    /** Table A.29. */
    public record Number(String id) {}

    /** A.7: uploads a file; {@code md5} are the 32 hexadecimal digits of it. Its ID, which the market takes as {@code dataID}. */
    public String upload(Path file, String title, String md5, long size) {
        return upload(file, new NewDataSet(title, md5, size, null, null, false));
    }

    /** A.7 with all that may be said of a data set. Its ID. */
    public String upload(Path file, NewDataSet said) {
        FormDataMultiPart form = new FormDataMultiPart();
        form.field("title", said.title());
        form.field("md5", said.md5());
        form.field("size", Long.toString(said.size()));
        if (said.open()) {
            form.field("public", "true");
        }
        if (said.desc() != null) {
            form.field("desc", said.desc());
        }
        if (said.labels() != null) {
            form.field("labels", said.labels());
        }
        form.bodyPart(new FileDataBodyPart("file", file.toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE));
        return transport
                .<Number>send(
                        Family.NETWORK, "/datasets/upload", Entity.entity(form, form.getMediaType()), Number.class)
                .id();
    }

    /**
     * A.6: a part of the data sets.
     *
     * @param query occurs in the title or the description; null: any
     */
    public Found list(String query, Part part) {
        Map<String, Object> filters = new LinkedHashMap<>();
        if (query != null) {
            filters.put("query", query);
        }
        return transport.call(Family.NETWORK, "GET", "/datasets", part.with(filters), null, Found.class);
    }

    /** A.6: data sets by page from 1. */
    public Found list(int page, int pageSize) {
        return transport.call(
                Family.NETWORK, "GET", "/datasets", Map.of("page", page, "pageSize", pageSize), null, Found.class);
    }
}
