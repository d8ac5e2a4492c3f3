/**
 * What a caller wants planned, as records without a wire: REST, the console, a job or a test make them (T/BAX 0006.5 tables
 * C.1, C.2, C.4, C.10).
 *
 * <p>Not here: how a standard's tables are read into these records (planning.rest.reading), what is allowed (rules),
 * plans and instances as they are kept (planning), the open part of a task (documents).
 */
package org.computility.planning.drafts;
