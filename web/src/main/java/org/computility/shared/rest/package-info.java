/**
 * What every HTTP resource shares: the application, request numbers, request shapes, envelopes, failures, health.
 *
 * <p>Not here: any operation of a standard; tokens (identity.rest); the audit filter (audit.rest).
 */
package org.computility.shared.rest;
