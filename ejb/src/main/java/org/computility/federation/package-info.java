/**
 * Platforms above this one (TC609 clause 5): what centers report here is sent on to them.
 *
 * <p>Not here: what centers report, and how it is judged ({@code reporting}).
 */
package org.computility.federation;
