/**
 * The filters that leave an audit record of each call, and the operations that read the trail.
 *
 * <p>Not here: what a record is (audit), which calls leave one (the annotations in shared.rest), deeds in the console
 * (identity.console).
 */
package org.computility.audit.rest;
