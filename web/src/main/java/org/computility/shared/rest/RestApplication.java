package org.computility.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources; at the root, because the standards print their URIs there. The console's servlet mapping goes before. */
@ApplicationPath("/")
public class RestApplication extends Application {}
