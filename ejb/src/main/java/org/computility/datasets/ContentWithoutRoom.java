package org.computility.datasets;

import java.io.IOException;

/** A stream does not fit on the disk, of which some must stay free; nothing of it is left. */
public class ContentWithoutRoom extends IOException {

    private static final long serialVersionUID = 1;

    ContentWithoutRoom() {
        super("no room on the disk");
    }
}
