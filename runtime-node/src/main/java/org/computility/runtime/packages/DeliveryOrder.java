package org.computility.runtime.packages;

import jakarta.json.JsonObject;
import java.net.URI;
import org.computility.algopackage.PackageId;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;

/** A package as the platform hands it over, checked. */
record DeliveryOrder(String packageId, URI url, String md5, long size) {

    private static final long LARGEST = 8L << 30;

    static DeliveryOrder of(JsonObject body) throws Refusal {
        JsonMembers request = new JsonMembers(body);
        String id = request.text("AlgoFilePackageID");
        if (PackageId.fault(id) != null) {
            throw request.invalid("AlgoFilePackageID", PackageId.fault(id));
        }
        String md5 = request.text("MD5");
        if (!md5.matches("[0-9A-Fa-f]{32}")) {
            throw request.invalid("MD5", "has 32 hexadecimal digits");
        }
        long size = request.integer("Size", 1, LARGEST);
        return new DeliveryOrder(id, request.httpAddress("Url"), md5, size);
    }
}
