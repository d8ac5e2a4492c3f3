/**
 * The webhook of an organisation, over HTTP.
 *
 * <p>Not here: the sending (notifications.webhook).
 */
package org.computility.notifications.webhook.rest;
