/**
 * Data sets over HTTP (T/AI 123.8 A.6, A.7).
 *
 * <p>Not here: what a data set is (datasets.catalogue), how it is bought and delivered (trading.rest).
 */
package org.computility.datasets.rest;
