/**
 * The monitoring platform that this one reports to, and calls of its TC609 interface.
 *
 * <p>Not here: what is sent there, and when ({@code federation.push}); which hosts may be called ({@code shared.outbound}).
 */
package org.computility.federation.upper;
