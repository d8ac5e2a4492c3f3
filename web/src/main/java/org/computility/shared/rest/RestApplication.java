package org.computility.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All resources; at the root, because the standards print their URIs there. The console's servlet mapping goes before. */
@ApplicationPath("/")
public class RestApplication extends Application {

    /** Without Jersey's own description, which it would make for OPTIONS and {@code application.wadl}. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
