/**
 * What may be planned: the rules between the members of a plan and of an instance (T/BAX 0006.5 tables C.1, C.2 and C.4,
 * 6.2).
 *
 * <p>Not here: types and lengths of single members (the OpenAPI schemas and planning.rest.reading), what an instance's
 * state allows (planning).
 */
package org.computility.planning.rules;
