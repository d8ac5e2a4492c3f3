/**
 * The monitoring interface of TC609 (annexes A and B) over HTTP, and what the platform itself adds to it below {@code
 * /platform/v1/monitoring}.
 *
 * <p>Not here: the token (identity.rest), the envelope (shared.rest.family), the rules (reporting).
 */
package org.computility.reporting.rest;
