/**
 * Notifications that are posted to the URL of an organisation, signed, until its server has taken them.
 *
 * <p>Not here: what is told, and when (the rooms above); which URLs may be called (shared.outbound).
 */
package org.computility.notifications.webhook;
