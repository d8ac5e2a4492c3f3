/**
 * The filter that writes the audit trail, and the operations that read it.
 *
 * <p>Not here: what a record is (audit).
 */
package org.computility.audit.rest;
