/**
 * The demo's day at the market: what moved is sold as a data set, algorithms as models, and the books must close.
 *
 * <p>Not here: the market itself (the platform), how findings come about (demo).
 */
package org.computility.demo.market;
