/**
 * The demonstration behind {@code ./mvnw -Pdemo}: everything on one machine, the whole story, and a verdict.
 *
 * <p>Not here: starting server and database (launcher), drawing and analysing video (runtime node), calls (client).
 */
package org.computility.demo;
