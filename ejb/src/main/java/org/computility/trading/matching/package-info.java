/**
 * Which published data resources and demands fit each other (T/AI 123.12 clause 6.3 a), and telling both sides of it.
 *
 * <p>Not here: publishing (registration, demand), binding one to the other (contract).
 */
package org.computility.trading.matching;
