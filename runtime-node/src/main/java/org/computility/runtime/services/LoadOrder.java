package org.computility.runtime.services;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.computility.algopackage.Accelerators;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.EnvVariable;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.packages.PackageStore;

/**
 * A service as the platform asked for it, checked against its package.
 *
 * @param licence where its licence file is, or null
 */
record LoadOrder(String serviceId, AlgoPackage algoPackage, int replicas, URI licence) {

    private static final int MOST_REPLICAS = 64;
    private static final String LICENCE_VARIABLE = "AUTH_SERVER_ADDR";

    static LoadOrder of(JsonObject body, PackageStore packages, AcceleratorChoice accelerator) throws Refusal {
        JsonMembers request = new JsonMembers(body);
        String id = request.text("AlgoServiceID");
        AlgoPackage algoPackage = packages.get(request.text("AlgoFilePackageID"));
        int replicas = request.has("Replicas") ? (int) request.integer("Replicas", 1, MOST_REPLICAS) : 1;
        checkRunnable(algoPackage, accelerator);
        URI licence = request.has("LicenseFile") ? request.httpAddress("LicenseFile") : null;
        checkEnv(algoPackage, request, licence != null);
        return new LoadOrder(id, algoPackage, replicas, licence);
    }

    private static void checkRunnable(AlgoPackage algoPackage, AcceleratorChoice accelerator) throws Refusal {
        if (algoPackage.type() == AlgoPackage.Type.IMAGE) {
            throw Refusal.conflict("This node runs artifacts, no images");
        }
        if (accelerator == AcceleratorChoice.CPU && !algoPackage.accelerators().contains(Accelerators.CPU)) {
            throw Refusal.conflict("The package needs one of " + algoPackage.accelerators());
        }
    }

    private static void checkEnv(AlgoPackage algoPackage, JsonMembers request, boolean licenceFile) throws Refusal {
        Map<String, String> given = new LinkedHashMap<>();
        for (JsonMembers each : request.groups("Env")) {
            given.put(each.text("Name"), each.text("Value", ""));
        }
        for (EnvVariable each : algoPackage.env()) {
            // Clause 4.3.2: a licence file stands where the address of a licence server would.
            if (licenceFile && each.name().equals(LICENCE_VARIABLE)) {
                continue;
            }
            if (each.required() && given.getOrDefault(each.name(), each.value()).isEmpty()) {
                throw Refusal.invalid("Env lacks a value for " + each.name());
            }
        }
    }
}
