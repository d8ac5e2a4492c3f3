/**
 * The side of meters: what a device shows now, asked over Modbus TCP or SNMP, for the room {@code energy}.
 *
 * <p>Not here: how a protocol is spoken (adapter module), which meters there are and when they are read (room {@code energy}).
 */
package org.computility.connector.meters;
