/**
 * Whether two reports of computing centers are about one center: names as people write them, places, dates, and what they weigh.
 * Plain functions, without a database.
 *
 * <p>Not here: which pairs are looked at, and what people decide about them ({@code reporting.duplicates}).
 */
package org.computility.reporting.duplicates.matching;
