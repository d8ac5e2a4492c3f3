/**
 * What only a container shows and HTTP cannot reach: transactions and the sessions in them, the adapter's pool, redelivery,
 * the injection of batch artifacts, timers. Each class is deployed with the whole platform and runs inside it.
 *
 * <p>Not here: what a stranger sees over HTTP (tests/system).
 */
package org.computility.container;
