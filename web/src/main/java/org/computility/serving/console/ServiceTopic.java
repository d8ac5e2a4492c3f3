package org.computility.serving.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.serving.watching.NodeServices;
import org.computility.serving.watching.ServiceMark;
import org.computility.shared.console.live.LiveLook;
import org.computility.shared.console.live.LiveRow;
import org.computility.shared.console.live.LiveTopic;

/** Services, live. */
@ApplicationScoped
public class ServiceTopic implements LiveTopic {

    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @EJB
    private NodeServices services;

    @Override
    public String name() {
        return "services";
    }

    @Override
    public LiveLook look(Set<String> keys) {
        List<UUID> ids = keys.stream()
                .filter(key -> key.matches(UUID_SHAPE))
                .map(UUID::fromString)
                .toList();
        Map<String, LiveRow> rows = services.of(ids).stream()
                .map(ServiceCells::new)
                .collect(Collectors.toMap(ServiceCells::key, cells -> cells));
        Map<UUID, Long> marks =
                services.marks().stream().collect(Collectors.toMap(ServiceMark::organisationId, ServiceMark::mark));
        return new LiveLook(rows, marks);
    }
}
