/**
 * The market over HTTP, as T/AI 123.12 prints it: tables into records of the rooms, views out.
 *
 * <p>Not here: the envelope and the failure codes (shared.rest.family), rules of the market (trading).
 */
package org.computility.trading.rest;
