/**
 * Contents in an S3 bucket, where the platform is told to keep them there.
 *
 * <p>Not here: which contents there are, and copies of them on the disk (datasets).
 */
package org.computility.datasets.bucket;
