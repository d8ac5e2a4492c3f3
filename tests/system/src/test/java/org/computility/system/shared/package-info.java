/**
 * What HTTP itself refuses, whichever operation is called.
 *
 * <p>Not here: bad members of bodies (the rooms).
 */
package org.computility.system.shared;
