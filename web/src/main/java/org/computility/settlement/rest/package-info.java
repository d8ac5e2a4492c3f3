/**
 * The ledger over HTTP, below {@code /platform/v1/settlement}.
 *
 * <p>Not here: settlement as T/AI 123.12 prints it (the market).
 */
package org.computility.settlement.rest;
