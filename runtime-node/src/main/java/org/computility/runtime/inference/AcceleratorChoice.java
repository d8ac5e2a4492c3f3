package org.computility.runtime.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/** What graphs shall run on. */
public enum AcceleratorChoice {
    /** The processor. */
    CPU,
    /** An NVIDIA card; a graph does not load without one. */
    CUDA,
    /** CUDA when ONNX Runtime's CUDA provider is on the class path and works, else the processor. */
    AUTO;

    /** One thread a session: a node runs many small graphs, and parallelism comes from its streams. */
    SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        if (this == CUDA || (this == AUTO && isCudaBuilt())) {
            try {
                options.addCUDA(0);
            } catch (OrtException e) {
                if (this == CUDA) {
                    options.close();
                    throw e;
                }
            }
        }
        return options;
    }

    private static boolean isCudaBuilt() {
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }
}
