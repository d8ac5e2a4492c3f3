/**
 * The demo's day at the market: what was found is sold as a data set, what finds it as a model, and the books must close.
 *
 * <p>Not here: the market itself (the platform), how findings come about (demo).
 */
package org.computility.demo.market;
