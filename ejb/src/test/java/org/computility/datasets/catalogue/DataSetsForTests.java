package org.computility.datasets.catalogue;

import java.time.Clock;
import org.computility.datasets.ContentStore;
import org.computility.identity.CurrentCaller;
import org.computility.shared.database.TestSessions;

/** The doors over a test database. */
public final class DataSetsForTests {

    private DataSetsForTests() {}

    public static DataSetCatalogue over(TestSessions sessions, CurrentCaller caller) {
        DataSetCatalogue catalogue = new DataSetCatalogue();
        catalogue.sets = new DataSets_(sessions.current());
        catalogue.caller = caller;
        catalogue.clock = Clock.systemUTC();
        return catalogue;
    }

    public static DataSetUpload into(ContentStore store, DataSetCatalogue catalogue, CurrentCaller caller) {
        DataSetUpload upload = new DataSetUpload();
        upload.contents = store;
        upload.catalogue = catalogue;
        upload.caller = caller;
        upload.config = new DatasetsConfig(1 << 20);
        return upload;
    }
}
