package org.computility.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.algorithms.CapabilityView;
import org.computility.algorithms.PackageView;
import org.computility.compute.NodeView;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** A service about to be loaded, once package and node have been found to allow it. */
public record AllowedService(
        UUID id,
        UUID organisationId,
        String computeCode,
        String packageId,
        List<EnvItem> env,
        String licenseFile,
        int replicas,
        int slots,
        List<String> algoDefCodes) {

    private static final Member COMPUTE_CODE = new Member("computeCode");
    private static final Member PACKAGE_ID = new Member("packageId");

    /** Checks what is wanted (T/BAX 0006.5 F.5) against the package and the node; the node must hold the package. */
    public static AllowedService of(NewService wanted, PackageView algorithm, NodeView node, boolean delivered) {
        if (!node.servesAlgorithms()) {
            throw new Conflict(
                    "node-serves-no-algorithms",
                    COMPUTE_CODE,
                    "Compute " + node.code() + " registered with SupportAlgoService false: it loads no services.");
        }
        if (!node.online()) {
            throw new Conflict("node-offline", COMPUTE_CODE, "Compute " + node.code() + " is offline.");
        }
        if (!delivered) {
            throw new Conflict(
                    "package-not-delivered",
                    PACKAGE_ID,
                    "Deliver package " + algorithm.id() + " to compute " + node.code() + " first.");
        }
        List<String> loadable = algorithm.capabilities().stream()
                .filter(CapabilityView::loadable)
                .map(CapabilityView::code)
                .toList();
        if (loadable.isEmpty()) {
            throw new Conflict(
                    "capability-not-deployable",
                    PACKAGE_ID,
                    "No capability of package " + algorithm.id() + " is DEPLOYABLE yet.");
        }
        checkEnv(wanted, algorithm);
        return new AllowedService(
                UUID.randomUUID(),
                node.organisationId(),
                node.code(),
                algorithm.id(),
                wanted.env(),
                wanted.licenseFile(),
                wanted.replicas(),
                Math.multiplyExact(wanted.replicas(), Math.max(1, algorithm.streamsPerReplica())),
                loadable);
    }

    private static void checkEnv(NewService wanted, PackageView algorithm) {
        List<EnvItem> env = wanted.env();
        List<String> defined =
                algorithm.env().stream().map(PackageView.Env::name).toList();
        for (int i = 0; i < env.size(); i++) {
            if (!defined.contains(env.get(i).name())) {
                throw new Rejected(
                        "env-not-defined",
                        new Member("env[" + i + "].name"),
                        "The package defines no variable " + env.get(i).name() + "; it defines " + defined + ".");
            }
        }
        for (PackageView.Env variable : algorithm.env()) {
            if (variable.required() && !hasValue(wanted, variable)) {
                throw new Rejected(
                        "member-missing", wanted.member(variable.name()), mend(variable.name(), algorithm.provider()));
            }
        }
    }

    /**
     * A package that says no value is read as if its value were empty; a node refuses an empty value. A licence file stands in the
     * place of an authorization server (clause 4.3.2, step 2).
     */
    private static boolean hasValue(NewService wanted, PackageView.Env variable) {
        String value = wanted.value(variable.name()).orElse(variable.value());
        boolean empty = value == null || value.isEmpty();
        return !empty || (wanted.licenseFile() != null && variable.name().equals(NewService.AUTH_SERVER));
    }

    private static String mend(String variable, String provider) {
        return "The package requires a value for " + variable + "."
                + (variable.equals(NewService.AUTH_SERVER)
                        ? " Name one, or register an authorization server or a licence file of provider " + provider
                                + "."
                        : "");
    }

    /**
     * Another service of the same package with the variables that whoever loaded this one chose. How it is authorized is found
     * anew, unless that was chosen, too.
     */
    public NewService like(String otherComputeCode, int otherReplicas) {
        return new NewService(
                packageId,
                otherComputeCode,
                env.stream().filter(item -> !item.injected()).toList(),
                licenseFile,
                otherReplicas);
    }

    /** Streams that one replica takes. */
    public int streamsPerReplica() {
        return slots / replicas;
    }

    /** The same with another number of replicas. */
    public AllowedService with(int otherReplicas) {
        return new AllowedService(
                id,
                organisationId,
                computeCode,
                packageId,
                env,
                licenseFile,
                otherReplicas,
                Math.multiplyExact(otherReplicas, streamsPerReplica()),
                algoDefCodes);
    }

    /** The same with its licence file at another address. */
    AllowedService withLicenseFile(String address) {
        return new AllowedService(
                id, organisationId, computeCode, packageId, env, address, replicas, slots, algoDefCodes);
    }

    /** What its node is told: the first time to load it, later to change its number of replicas. */
    public ServiceLoad order() {
        return new ServiceLoad(
                id.toString(), packageId, variables(), licenseFile, replicas, streamsPerReplica(), algoDefCodes);
    }

    /** The variables as a node takes them; of two with one name the last counts. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        env.forEach(item -> variables.put(item.name(), item.value()));
        return variables;
    }
}
