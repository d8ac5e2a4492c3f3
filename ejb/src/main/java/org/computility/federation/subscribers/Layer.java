package org.computility.federation.subscribers;

/** The layers of the computing network that are served with monitoring data (TC609 clauses 5.4 and 5.5). */
public enum Layer {
    /** 运营层. */
    OPERATION,
    /** 调度层. */
    SCHEDULING
}
