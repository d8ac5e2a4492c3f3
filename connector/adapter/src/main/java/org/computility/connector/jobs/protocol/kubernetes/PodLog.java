package org.computility.connector.jobs.protocol.kubernetes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;

/** What a pod prints, as its node keeps it: the beginning is asked for again each time, for nobody offers to skip it. */
record PodLog(ClusterApi cluster, SeenPod pod) {

    /** As {@link JobConnection#log}. */
    byte[] read(long offset, int most) throws RuntimeFailure {
        int chunk = Math.min(most, JobConnection.LOG_CHUNK);
        return chunk == 0
                ? new byte[0]
                : cluster.log(pod.name(), offset + chunk, log -> behind(log, offset, chunk))
                        .orElse(new byte[0]);
    }

    private static byte[] behind(InputStream log, long offset, int chunk) {
        try {
            log.skipNBytes(offset);
            return log.readNBytes(chunk);
        } catch (EOFException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
