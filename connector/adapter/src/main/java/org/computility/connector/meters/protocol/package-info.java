/**
 * How devices that show meters are asked: Modbus TCP by j2mod, SNMP by SNMP4J.
 *
 * <p>Not here: pooled connections as the server sees them (package {@code outbound}).
 */
package org.computility.connector.meters.protocol;
