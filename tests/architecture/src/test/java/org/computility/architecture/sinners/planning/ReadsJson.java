package org.computility.architecture.sinners.planning;

import jakarta.json.JsonObject;

class ReadsJson {

    long create(JsonObject body) {
        return body.size();
    }
}
