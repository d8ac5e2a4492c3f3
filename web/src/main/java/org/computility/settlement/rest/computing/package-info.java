/**
 * What jobs cost, over HTTP.
 *
 * <p>Not here: bills and money of every kind ({@code settlement.rest}), jobs themselves ({@code jobs.rest}).
 */
package org.computility.settlement.rest.computing;
