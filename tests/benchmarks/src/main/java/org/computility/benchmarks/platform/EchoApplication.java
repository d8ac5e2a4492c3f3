package org.computility.benchmarks.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application around {@link EchoResource}. */
@ApplicationPath("")
public class EchoApplication extends Application {}
