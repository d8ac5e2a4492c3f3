package org.computility.runtime.services;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Capability;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.InferenceException;

/** One copy of every graph of a package. Guarded by its service. */
final class Replica implements AutoCloseable {

    private final Map<String, Graph> graphs = new HashMap<>();
    private int tasks;

    static Replica load(AlgoPackage algoPackage, Path folder, AcceleratorChoice accelerator) throws InferenceException {
        Replica replica = new Replica();
        try {
            for (Capability each : algoPackage.capabilities()) {
                replica.graphs.put(each.code(), Graph.load(folder, each.model(), accelerator));
            }
            return replica;
        } catch (InferenceException e) {
            replica.close();
            throw e;
        }
    }

    int tasks() {
        return tasks;
    }

    Graph take(String capability) {
        tasks++;
        return graphs.get(capability);
    }

    void giveBack() {
        tasks--;
    }

    @Override
    public void close() {
        graphs.values().forEach(Graph::close);
    }
}
