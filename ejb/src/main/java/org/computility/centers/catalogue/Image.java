package org.computility.centers.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An image in the catalogue. What lists sort by is empty where nothing is said, never null. */
@Entity
@Table(name = "center_image")
class Image {

    @Id
    private String id;

    @Version
    private int version;

    private String name;
    private String description;
    private String centerId;
    private String location;
    private String command;
    private String arch;
    private String processor;
    private String operationSystem;
    private String framework;
    private Instant createTime;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> installedLib;

    protected Image() {}

    /** @param wanted with its id */
    static Image of(NewImage wanted, Instant now) {
        Image image = new Image();
        image.id = wanted.id();
        image.centerId = wanted.centerId();
        image.createTime = Objects.requireNonNullElse(wanted.createTime(), now);
        image.arch = "";
        image.processor = "";
        image.framework = "";
        image.installedLib = List.of();
        image.change(new ImageChange(
                wanted.name(),
                wanted.desc(),
                wanted.location(),
                wanted.command(),
                wanted.arch(),
                wanted.processor(),
                wanted.operationSystem(),
                wanted.framework(),
                wanted.installedLib()));
        return image;
    }

    final void change(ImageChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = Objects.requireNonNullElse(change.desc(), said(description));
        location = Objects.requireNonNullElse(change.location(), said(location));
        command = Objects.requireNonNullElse(change.command(), said(command));
        arch = Objects.requireNonNullElse(change.arch(), arch);
        processor = Objects.requireNonNullElse(change.processor(), processor);
        operationSystem = Objects.requireNonNullElse(change.operationSystem(), said(operationSystem));
        framework = Objects.requireNonNullElse(change.framework(), framework);
        installedLib = Objects.requireNonNullElse(change.installedLib(), installedLib);
    }

    String centerId() {
        return centerId;
    }

    ImageView view() {
        return new ImageView(
                id,
                name,
                orNull(description),
                centerId,
                orNull(location),
                orNull(command),
                orNull(arch),
                orNull(processor),
                orNull(operationSystem),
                orNull(framework),
                createTime,
                installedLib);
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
