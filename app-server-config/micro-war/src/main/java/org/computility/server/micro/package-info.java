/**
 * What only the one-WAR assembly for Payara Micro needs.
 *
 * <p>Not here: anything of the business; the EAR does without this package.
 */
package org.computility.server.micro;
