/**
 * What every page of the console needs: its language, its messages, its safety headers.
 *
 * <p>Not here: who is logged in (identity), any page's content.
 */
package org.computility.shared.console;
