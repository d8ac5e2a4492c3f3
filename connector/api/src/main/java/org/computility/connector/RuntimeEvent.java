package org.computility.connector;

/** News from one runtime. Each side has its own. */
public interface RuntimeEvent {

    /** The runtime it is about, by the code that its address has. */
    String computeCode();
}
