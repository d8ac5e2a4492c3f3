/**
 * What computing centers report (TC609, annexes A and B): projects, the centers that come of them, and each month's figures.
 *
 * <p>Not here: which codes of places there are (places), the figures as a document (figures), projects (projects), centers as
 * they are reported (centers), centers that run jobs (the room of that name), and what goes from one platform to another.
 */
package org.computility.reporting;
