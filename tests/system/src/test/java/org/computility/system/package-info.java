/**
 * The platform as strangers meet it: over HTTP, by the printed standards, with nothing of the application on the class
 * path. The same tests run against Payara Micro, Payara Server and WildFly.
 *
 * <p>Not here: what a single class promises (beside the class), rules of the architecture (tests/architecture).
 */
package org.computility.system;
