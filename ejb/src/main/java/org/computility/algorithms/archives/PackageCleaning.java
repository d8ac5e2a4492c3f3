package org.computility.algorithms.archives;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.shared.PlatformConfig;

/** Once an hour: bytes that no package names any more leave the disk. */
@Startup
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackageCleaning {

    private static final Logger LOG = Logger.getLogger(PackageCleaning.class.getName());
    // Longer than any upload or download takes.
    private static final Duration LEFT_ALONE = Duration.ofHours(24);

    @Inject
    private AlgorithmPackages packages;

    @Inject
    private Clock clock;

    private final PackageFiles files = new PackageFiles(
            PlatformConfig.current().dataDirectory(), AlgorithmsConfig.current().largestPackage());

    @Schedule(hour = "*", minute = "7", persistent = false)
    void everyHour() {
        try {
            int deleted = files.clean(packages.contents(), clock.instant().minus(LEFT_ALONE));
            if (deleted > 0) {
                LOG.log(Level.INFO, "{0} package files that nothing names were deleted.", deleted);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Package files could not be cleaned; again in an hour.", e);
        }
    }
}
