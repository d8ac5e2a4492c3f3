/**
 * Algorithm services: which package runs on which node, with how many replicas and how much room (T/BAX 0006.5 F.5 to
 * F.8).
 *
 * <p>Not here: packages and their delivery (algorithms), which task instance runs on which service (planning),
 * what people watch of services ({@link org.computility.serving.watching}).
 */
package org.computility.serving;
