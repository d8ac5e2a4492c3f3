/**
 * The API as {@code openapi.yaml} promises it: read, and held against what callers send.
 *
 * <p>Not here: rules between members (the rooms), the failures that a misfit is answered with (shared).
 */
package org.computility.shared.rest.contract;
