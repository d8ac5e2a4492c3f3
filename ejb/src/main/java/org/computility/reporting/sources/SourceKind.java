package org.computility.reporting.sources;

/** What a source of a reported center is. */
public enum SourceKind {
    /** A center that runs jobs (T/AI 123.8). */
    CENTER,
    /** A registered compute (T/BAX 0006.5). */
    COMPUTE,
    /** The platform that reports the center, asked live; no center is given one as a source. */
    PLATFORM
}
