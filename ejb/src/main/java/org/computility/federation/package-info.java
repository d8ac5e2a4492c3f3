/**
 * Platforms above and below this one (TC609 clause 5): what centers report here is sent on to those above, those below are asked live.
 *
 * <p>Not here: what centers report, and how it is judged ({@code reporting}).
 */
package org.computility.federation;
