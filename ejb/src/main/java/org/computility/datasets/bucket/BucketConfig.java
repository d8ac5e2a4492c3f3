package org.computility.datasets.bucket;

import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Where contents are kept besides the data directory.
 *
 * @param endpoint {@code COMPUTILITY_S3_ENDPOINT}: {@code https://host:port} of an S3 service; absent: that of Amazon for the region
 * @param bucket {@code COMPUTILITY_S3_BUCKET}: the bucket, which exists
 * @param region {@code COMPUTILITY_S3_REGION}, default {@code us-east-1}
 * @param accessKey {@code COMPUTILITY_S3_ACCESS_KEY}
 * @param secretKey {@code COMPUTILITY_S3_SECRET_KEY}
 */
public record BucketConfig(
        Optional<String> endpoint, String bucket, String region, String accessKey, String secretKey) {

    public BucketConfig {
        if (endpoint.isPresent() && !endpoint.get().matches("https?://[^/\\s]+/?")) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_S3_ENDPOINT is like https://host:port, unlike " + endpoint.get() + ".");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("COMPUTILITY_S3_BUCKET is no name of a bucket: " + bucket + ".");
        }
    }

    /** The settings of this server; empty without a bucket: then contents lie in the data directory only. */
    public static Optional<BucketConfig> current() {
        return from(Settings.ofServer());
    }

    static Optional<BucketConfig> from(Settings settings) {
        return settings.find("computility.s3.bucket")
                .map(bucket -> new BucketConfig(
                        settings.find("computility.s3.endpoint"),
                        bucket,
                        settings.find("computility.s3.region").orElse("us-east-1"),
                        needed(settings, "computility.s3.access.key"),
                        needed(settings, "computility.s3.secret.key")));
    }

    private static String needed(Settings settings, String key) {
        return settings.find(key)
                .orElseThrow(() -> new IllegalArgumentException("computility.s3.bucket needs " + key + "."));
    }

    /** The address of the service, with a slash at its end. */
    String baseUrl() {
        return endpoint.map(url -> url.endsWith("/") ? url : url + "/")
                .orElse("https://s3." + region + ".amazonaws.com/");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return baseUrl() + bucket;
    }
}
