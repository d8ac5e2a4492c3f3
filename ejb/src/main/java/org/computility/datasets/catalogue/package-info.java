/**
 * Data sets: contents that people uploaded, with what they say of them (T/AI 123.8 A.6, A.7). The ID of a data set is the
 * {@code dataID} of the market.
 *
 * <p>Not here: the bytes (datasets), what a data set costs and who bought it (trading).
 */
package org.computility.datasets.catalogue;
