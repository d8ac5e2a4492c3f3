package org.computility.algorithms;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** Which node holds which package. */
@Stateless
public class DeliveredPackages {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    /** Whether the node has the whole package on its disk (status 3 of table F.4). */
    public boolean isDelivered(String computeCode, String packageId) {
        return new Sql(database)
                .first(
                        "SELECT 1 FROM package_delivery WHERE compute_code = ? AND package_id = ? AND status = 3",
                        row -> true,
                        computeCode,
                        packageId)
                .isPresent();
    }
}
