package org.computility.connector.jobs;

import java.io.IOException;
import java.io.OutputStream;

/** Who takes the results of a job, one after the other. */
@FunctionalInterface
public interface ResultTaker {

    /** Where the content of that result goes; the one before it is complete. Nobody closes the stream. */
    OutputStream next(String name) throws IOException;
}
