/**
 * Computing centers, specs and images (T/AI 123.8 A.2 to A.5) as strangers see them.
 *
 * <p>Not here: jobs.
 */
package org.computility.system.centers;
