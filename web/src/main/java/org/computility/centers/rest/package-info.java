/**
 * What the network has, over HTTP: T/AI 123.8 A.2 to A.5 to the letter of their tables, and the specs and images as operators keep
 * them ({@code /platform/v1}).
 *
 * <p>Not here: the centers as operators keep them (registration.rest).
 */
package org.computility.centers.rest;
