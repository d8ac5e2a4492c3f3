/**
 * Bodies and files on their way through the server: no thread waits for a slow body, and slow files hold few threads.
 *
 * <p>Not here: what a body says (shared.rest.contract), the parts of a form (shared.rest.files).
 */
package org.computility.identity.rest.bodies;
