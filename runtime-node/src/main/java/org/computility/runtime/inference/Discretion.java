package org.computility.runtime.inference;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Keeps ONNX Runtime from reporting. Otherwise it numbers the machine, keeps a record of its use in the home folder,
 * and sends this record to its maker whenever it can. {@code OrtEnvironment.setTelemetry} comes too late to prevent the
 * first two.
 */
final class Discretion {

    /** The C library: Java cannot set the environment of its own process. */
    interface C extends Library {

        int setenv(String name, String value, int overwrite);
    }

    private Discretion() {}

    /** To be called before ONNX Runtime's environment is made. */
    static void keep() {
        if (Platform.isWindows()) {
            return; // It has no setenv; whoever starts a node there sets the variable.
        }
        int status = Native.load("c", C.class).setenv("ORT_DISABLE_TELEMETRY", "1", 1);
        if (status != 0) {
            throw new IllegalStateException("ONNX Runtime could not be told not to report");
        }
    }
}
