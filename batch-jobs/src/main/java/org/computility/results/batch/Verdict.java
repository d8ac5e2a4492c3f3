package org.computility.results.batch;

import org.computility.results.purge.ResultKey;

/** What becomes of an old result. A kept one goes on to the writer, too, which counts it with its chunk. */
record Verdict(ResultKey key, boolean kept) {}
