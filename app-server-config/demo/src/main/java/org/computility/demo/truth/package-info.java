/**
 * What the drawn scenes show, held against what was detected.
 *
 * <p>Not here: getting the results, and the table of all cameras ({@code demo}).
 */
package org.computility.demo.truth;
