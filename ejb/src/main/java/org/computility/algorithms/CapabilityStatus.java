package org.computility.algorithms;

import java.util.Set;
import java.util.stream.Stream;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** How far a capability has come (T/BAX 0006.5 table A.7 {@code Status}); the operator moves it. */
public enum CapabilityStatus {
    UNTESTED("未测试"),
    APPLYING("测试申请中"),
    DEPLOYABLE("可部署"),
    DEPLOYING("部署中"),
    DEPLOY_FAILED("部署失败"),
    TESTABLE("可测试"),
    STOPPING("停止中"),
    PUBLISHABLE("可发布"),
    PUBLISHED("已发布");

    private final String description;

    CapabilityStatus(String description) {
        this.description = description;
    }

    /** The table's own Chinese words, for {@code StatusDesc}. */
    public String description() {
        return description;
    }

    /** The states that may come next. */
    public Set<CapabilityStatus> followers() {
        return switch (this) {
            case UNTESTED -> Set.of(APPLYING);
            case APPLYING -> Set.of(UNTESTED, DEPLOYABLE);
            case DEPLOYABLE -> Set.of(UNTESTED, DEPLOYING);
            case DEPLOYING -> Set.of(DEPLOY_FAILED, TESTABLE);
            case DEPLOY_FAILED -> Set.of(DEPLOYABLE, DEPLOYING);
            case TESTABLE -> Set.of(STOPPING, PUBLISHABLE);
            case STOPPING -> Set.of(DEPLOYABLE);
            case PUBLISHABLE -> Set.of(STOPPING, PUBLISHED);
            case PUBLISHED -> Set.of(PUBLISHABLE);
        };
    }

    /** Only a capability that is cleared for deployment may be loaded on a node. */
    public boolean loadable() {
        return this != UNTESTED && this != APPLYING;
    }

    /** The status of that name; Rejected {@code capability-status-unknown} for any other. */
    static CapabilityStatus read(String name) {
        return Stream.of(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "capability-status-unknown",
                        new Member("status"),
                        "{member} is one of " + Set.of(values()) + "."));
    }
}
