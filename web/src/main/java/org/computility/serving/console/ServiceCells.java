package org.computility.serving.console;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.computility.serving.watching.WatchedService;
import org.computility.shared.console.Moments;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;
import org.computility.shared.console.live.LiveRow;

/** A service in words. */
record ServiceCells(WatchedService service) implements LiveRow {

    String key() {
        return service.id().toString();
    }

    @Override
    public UUID organisationId() {
        return service.organisationId();
    }

    @Override
    public Map<String, String> cells(Texts texts) {
        return Map.of(
                "state", service.status(),
                "status", texts.of("service.state." + service.status()),
                "message", Objects.requireNonNullElse(service.message(), ""),
                "package", service.packageId(),
                "replicas", Integer.toString(service.replicas()),
                "card", Objects.requireNonNullElse(service.xpuType(), ""),
                "created", Moments.text(service.createdAt()));
    }

    ShownRow in(Texts texts) {
        return new ShownRow(key(), cells(texts));
    }
}
