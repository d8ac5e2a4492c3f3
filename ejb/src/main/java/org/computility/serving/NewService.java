package org.computility.serving;

import java.util.List;
import java.util.UUID;
import org.computility.algorithms.CapabilityView;
import org.computility.algorithms.PackageView;
import org.computility.compute.NodeView;
import org.computility.shared.Conflict;
import org.computility.shared.Rejected;

/** A service about to be loaded, once package and node have been found to allow it. */
public record NewService(
        UUID id,
        UUID organisationId,
        String computeCode,
        String packageId,
        List<EnvItem> env,
        String licenseFile,
        int replicas,
        int slots,
        List<String> algoDefCodes) {

    /** Checks what table F.6 says about the request against the package and the node; the node must hold the package. */
    static NewService of(LoadRequest request, PackageView algorithm, NodeView node, boolean delivered) {
        if (!node.servesAlgorithms()) {
            throw new Conflict(
                    "node-serves-no-algorithms",
                    "ComputilityCode",
                    "Compute " + node.code() + " registered with SupportAlgoService false: it loads no services.");
        }
        if (!node.online()) {
            throw new Conflict("node-offline", "ComputilityCode", "Compute " + node.code() + " is offline.");
        }
        if (!delivered) {
            throw new Conflict(
                    "package-not-delivered",
                    "AlgoFilePackageID",
                    "Deliver package " + algorithm.id() + " to compute " + node.code() + " first.");
        }
        List<String> loadable = algorithm.capabilities().stream()
                .filter(CapabilityView::loadable)
                .map(CapabilityView::code)
                .toList();
        if (loadable.isEmpty()) {
            throw new Conflict(
                    "capability-not-deployable",
                    "AlgoFilePackageID",
                    "No capability of package " + algorithm.id() + " is DEPLOYABLE yet.");
        }
        checkEnv(request.env(), algorithm);
        return new NewService(
                UUID.randomUUID(),
                node.organisationId(),
                node.code(),
                algorithm.id(),
                request.env(),
                request.licenseFile(),
                request.replicas(),
                Math.multiplyExact(request.replicas(), Math.max(1, algorithm.streamsPerReplica())),
                loadable);
    }

    private static void checkEnv(List<EnvItem> env, PackageView algorithm) {
        List<String> defined =
                algorithm.env().stream().map(PackageView.Env::name).toList();
        for (int i = 0; i < env.size(); i++) {
            if (!defined.contains(env.get(i).name())) {
                throw new Rejected(
                        "env-not-defined",
                        "Env[" + i + "].Name",
                        "The package defines no variable " + env.get(i).name() + "; it defines " + defined + ".");
            }
        }
        List<String> given = env.stream().map(EnvItem::name).toList();
        for (PackageView.Env variable : algorithm.env()) {
            if (variable.required() && variable.value() == null && !given.contains(variable.name())) {
                throw new Rejected(
                        "member-missing", "Env", "The package requires a value for " + variable.name() + ".");
            }
        }
    }
}
