/**
 * What an account was told, over HTTP.
 *
 * <p>Not here: what is told, and when (the rooms above).
 */
package org.computility.notifications.rest;
