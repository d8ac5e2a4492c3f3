package org.computility.architecture.sinners.compute;

import jakarta.json.bind.annotation.JsonbProperty;

record NewDoor(@JsonbProperty("ComputilityCode") String code) {}
