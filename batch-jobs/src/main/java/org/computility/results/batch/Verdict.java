package org.computility.results.batch;

import org.computility.results.purge.ResultKey;

/** What becomes of an old result. A kept result goes on to the writer, too: the writer counts it with its chunk. */
record Verdict(ResultKey key, boolean kept) {}
