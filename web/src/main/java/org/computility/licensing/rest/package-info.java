/**
 * Licensing over REST (T/BAX 0006.5 annexes D and E): {@code AuthServersResource} at {@code /ACSMP/AuthServer}, {@code
 * LicencesResource} at {@code /ACSMP/License}, and what is left of their quotas as sub-paths {@code Quota/{AlgoDefCode}} of
 * the same two: a root resource with a longer path would hide their {@code {ID}}.
 *
 * <p>Not here: what a licence allows and who gets it (room {@code licensing}).
 */
package org.computility.licensing.rest;
