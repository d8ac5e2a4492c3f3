package org.computility.architecture.sinners.compute;

import jakarta.json.JsonObject;

class ReadsFigures {

    int count(JsonObject figures) {
        return figures.size();
    }
}
