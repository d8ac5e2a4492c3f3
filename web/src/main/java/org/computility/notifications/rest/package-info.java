/** What an account was told, over HTTP. */
package org.computility.notifications.rest;
