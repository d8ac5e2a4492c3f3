package org.computility.runtime.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.util.List;

/** What graphs shall run on. */
public enum AcceleratorChoice {
    /** The processor. */
    CPU,
    /** An NVIDIA card; a graph does not load without one. */
    CUDA,
    /** CUDA when ONNX Runtime's CUDA provider is on the class path and works, else the processor. */
    AUTO;

    /** What is tried, one after the other, until a graph runs; each is CPU or CUDA. */
    List<AcceleratorChoice> attempts() {
        if (this != AUTO) {
            return List.of(this);
        }
        boolean cudaBuilt = OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        return cudaBuilt ? List.of(CUDA, CPU) : List.of(CPU);
    }

    /** One thread a session: a node runs many small graphs, and parallelism comes from its streams. */
    SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (this == CUDA) {
                options.addCUDA(0);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }
}
