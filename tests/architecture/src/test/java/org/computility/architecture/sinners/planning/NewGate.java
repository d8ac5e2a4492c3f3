package org.computility.architecture.sinners.planning;

import jakarta.json.bind.annotation.JsonbProperty;

record NewGate(@JsonbProperty("Name") String name) {}
