package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.medley.storage.ObjectReference;
import dev.medley.storage.StorageAutoConfiguration;
import dev.medley.testing.MotoServer;
import dev.medley.upstream.UpstreamAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/** What the local S3 does not keep of an object: its tags and its encryption. */
class ObjectTagsIT {

    private static final String BUCKET = "medley-media";
    private static final String KEY = "gopro/m-1/GX010001.MP4";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AwsAutoConfiguration.class,
                    CredentialsProviderAutoConfiguration.class,
                    RegionProviderAutoConfiguration.class,
                    S3AutoConfiguration.class,
                    StorageAutoConfiguration.class,
                    UpstreamAutoConfiguration.class))
            .withUserConfiguration(TransferConfiguration.class)
            .withBean(
                    "noChecksums",
                    S3ClientCustomizer.class,
                    () -> client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                            .addExecutionInterceptor(new WithoutChecksums())
                            .build()))
            .withPropertyValues(
                    "spring.cloud.aws.region.static=eu-central-1",
                    "spring.cloud.aws.credentials.access-key=test",
                    "spring.cloud.aws.credentials.secret-key=test",
                    "spring.cloud.aws.s3.path-style-access-enabled=true",
                    "medley.storage.bucket-prefix=medley-",
                    "medley.upstream.allowed-hosts=127.0.0.1",
                    "medley.media-sync.transfer.multipart-threshold=6MB",
                    "medley.media-sync.transfer.part-size=5MB",
                    "medley.media-sync.transfer.kms-key-id=alias/media");

    /** moto names a CRC-32 for a CRC-32C where its machine cannot count the latter; so the object is read instead. */
    private static final class WithoutChecksums implements ExecutionInterceptor {

        @Override
        public SdkHttpResponse modifyHttpResponse(
                Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
            return context.httpResponse().toBuilder()
                    .removeHeader("x-amz-checksum-crc32c")
                    .build();
        }
    }

    /** At once and in parts. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 11 << 20})
    void anObjectHasItsTagsAndIsEncryptedWithTheKey(int bytes) throws Exception {
        try (MotoServer moto = MotoServer.startOrSkip();
                FileServer source = new FileServer(bytes)) {
            service.withPropertyValues("spring.cloud.aws.endpoint=" + moto.endpoint())
                    .run(context -> {
                        S3Client s3 = context.getBean(S3Client.class);
                        s3.createBucket(bucket -> bucket.bucket(BUCKET)
                                .createBucketConfiguration(where -> where.locationConstraint("eu-central-1")));

                        context.getBean(MediaTransfers.class)
                                .transfer(
                                        source,
                                        new TransferRequest(
                                                new ObjectReference("media", KEY),
                                                "video/mp4",
                                                Map.of("sourcemediaid", "m-1"),
                                                Map.of("Source", "gopro", "AutoSync", "true"),
                                                (long) bytes),
                                        new MemoryJournal());

                        assertThat(s3.getObjectTagging(
                                                object -> object.bucket(BUCKET).key(KEY))
                                        .tagSet())
                                .extracting(Tag::key, Tag::value)
                                .containsExactlyInAnyOrder(tuple("Source", "gopro"), tuple("AutoSync", "true"));
                        HeadObjectResponse head =
                                s3.headObject(object -> object.bucket(BUCKET).key(KEY));
                        assertThat(head.metadata()).containsEntry("sourcemediaid", "m-1");
                        assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
                        assertThat(head.ssekmsKeyId()).endsWith("alias/media");
                        assertThat(s3.getObjectAsBytes(
                                                object -> object.bucket(BUCKET).key(KEY))
                                        .asByteArrayUnsafe())
                                .isEqualTo(source.content());
                    });
        }
    }
}
