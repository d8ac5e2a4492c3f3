/**
 * What every HTTP resource shares: the application, request numbers, paging, parameters.
 *
 * <p>Not here: any operation of a standard; envelopes and refusals (family); the shapes of requests (contract); files
 * (files); health (health); tokens (identity.rest); the audit filter (audit.rest).
 */
package org.computility.shared.rest;
