package org.computility.licensing.quotas;

/**
 * What an authorization server says about a capability (T/BAX 0006.5 table D.7).
 *
 * @param used streams that it has authorized now
 * @param total streams that it authorizes at once
 */
public record ToldQuota(String algoDefCode, int used, int total) {}
