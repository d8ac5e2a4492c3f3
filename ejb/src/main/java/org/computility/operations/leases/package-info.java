/**
 * Named leases: at most one server holds a name at a time.
 *
 * <p>Not here: the lease that a server has on a batch run, which is part of the run (operations.execution).
 */
package org.computility.operations.leases;
