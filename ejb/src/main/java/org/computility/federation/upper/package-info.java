/**
 * The monitoring platform that this one reports to, and what is told to it.
 *
 * <p>Not here: what is sent there, and when ({@code federation.push}); how it is called ({@code federation.calls}).
 */
package org.computility.federation.upper;
