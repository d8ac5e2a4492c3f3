/**
 * The audit trail, as an auditor reads it.
 *
 * <p>Not here: what the rooms do inside.
 */
package org.computility.system.audit;
