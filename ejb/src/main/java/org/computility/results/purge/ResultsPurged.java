package org.computility.results.purge;

import java.util.List;

/** Old results leave; told in the transaction that deletes them, for who keeps something about them. */
public record ResultsPurged(List<ResultKey> results) {

    public ResultsPurged {
        results = List.copyOf(results);
    }
}
