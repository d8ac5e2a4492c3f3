/**
 * What is posted to receivers, signed, one after the other to each, until they have taken it: the sending, and a receiver's
 * turn. Which parcels there are, and what they hold, is the rooms'.
 *
 * <p>Not here: which URLs may be called ({@code shared.outbound}); who gets what (the rooms above).
 */
package org.computility.shared.outbound.parcels;
