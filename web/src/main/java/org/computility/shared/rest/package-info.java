/**
 * What every HTTP resource shares: the application, request numbers, envelopes, failures, health.
 *
 * <p>Not here: any operation of a standard; the shapes of requests (contract); tokens
 * (identity.rest); the audit filter (audit.rest).
 */
package org.computility.shared.rest;
