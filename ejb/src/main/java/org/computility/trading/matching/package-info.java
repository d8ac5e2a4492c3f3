/**
 * Which published data resources and demands fit each other (T/AI 123.12 clause 6.3 a), and telling the other side of what is published.
 *
 * <p>Not here: publishing (registration, demand), binding one to the other (contract).
 */
package org.computility.trading.matching;
