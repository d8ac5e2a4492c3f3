/**
 * What every HTTP resource shares: the application, request numbers, paging, parameters, and annotations that say what
 * a call needs (a token) and leaves (a record).
 *
 * <p>Not here: any operation of a standard; envelopes and refusals (family); the shapes of requests (contract); files
 * (files); health (health); repeated calls (idempotency); tokens (identity.rest); the audit filter (audit.rest).
 */
package org.computility.shared.rest;
