/**
 * How the families write days, months and instants.
 *
 * <p>Not here: which family a call belongs to (family).
 */
package org.computility.shared.rest.family.dates;
