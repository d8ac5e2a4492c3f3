package org.computility.architecture.sinners.compute;

import org.computility.shared.Rejected;

class RefusesByTable {

    Rejected refusal() {
        return new Rejected("compute-code-invalid", "ComputilityCode", "ComputilityCode has 20 digits.");
    }
}
