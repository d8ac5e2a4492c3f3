/**
 * The open document that describes a task: kept and repeated as its caller gave it, handed to nodes in the form that they
 * know (T/BAX 0006.5 AlgoTaskInfo). The only place of the room that knows JSON.
 *
 * <p>Not here: how a request is read (planning.rest.reading), what the platform itself reads of a task (drafts), who
 * talks to nodes (dispatch).
 */
package org.computility.planning.documents;
