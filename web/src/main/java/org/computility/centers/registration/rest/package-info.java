/**
 * The centers as operators keep them, over HTTP ({@code /platform/v1/centers}), and what all of them have ({@code
 * /platform/v1/capacity}).
 *
 * <p>Not here: T/AI 123.8's own tables (centers.rest).
 */
package org.computility.centers.registration.rest;
