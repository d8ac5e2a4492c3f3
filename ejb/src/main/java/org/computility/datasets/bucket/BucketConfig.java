package org.computility.datasets.bucket;

import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Where contents are kept besides the data directory.
 *
 * @param endpoint {@code COMPUTILITY_BUCKET_ENDPOINT}: {@code https://host:port} of an S3 service; absent: that of Amazon for the region
 * @param bucket {@code COMPUTILITY_BUCKET_NAME}: the bucket, which exists
 * @param region {@code COMPUTILITY_BUCKET_REGION}, default {@code us-east-1}
 * @param accessKey {@code COMPUTILITY_BUCKET_ACCESS_KEY}
 * @param secretKey {@code COMPUTILITY_BUCKET_SECRET_KEY}
 */
public record BucketConfig(
        Optional<String> endpoint, String bucket, String region, String accessKey, String secretKey) {

    public BucketConfig {
        if (endpoint.isPresent() && !endpoint.get().matches("https?://[^/\\s]+/?")) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_BUCKET_ENDPOINT is like https://host:port, unlike " + endpoint.get() + ".");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("COMPUTILITY_BUCKET_NAME is no name of a bucket: " + bucket + ".");
        }
    }

    /** The settings of this server; empty without a bucket: then contents lie in the data directory only. */
    public static Optional<BucketConfig> current() {
        return from(Settings.ofServer());
    }

    static Optional<BucketConfig> from(Settings settings) {
        return settings.find("computility.bucket.name")
                .map(bucket -> new BucketConfig(
                        settings.find("computility.bucket.endpoint"),
                        bucket,
                        settings.find("computility.bucket.region").orElse("us-east-1"),
                        needed(settings, "computility.bucket.access.key"),
                        needed(settings, "computility.bucket.secret.key")));
    }

    private static String needed(Settings settings, String key) {
        return settings.find(key)
                .orElseThrow(() -> new IllegalArgumentException("computility.bucket.name needs " + key + "."));
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
