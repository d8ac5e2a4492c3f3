/**
 * What a request wants planned: read as leniently as the standard's examples need, checked between its members
 * (T/BAX 0006.5 tables C.1, C.2 and C.4, 6.2).
 *
 * <p>Not here: types and lengths of single members (the OpenAPI schemas), plans and instances as they are kept (planning).
 */
package org.computility.planning.drafts;
