package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectReference;
import dev.medley.storage.StorageAutoConfiguration;
import dev.medley.upstream.UpstreamAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The transfer engine in a process of its own, wired as the service wires it, so that its memory and time are its own.
 * Reads lines of source addresses and keys in turn, carries the files of a line five at a time, and answers each line with
 * the bytes that were carried.
 */
final class TransferProgram {

    static final int AT_ONCE = 5;

    private TransferProgram() {}

    static void main(String... arguments) throws Exception {
        MediaTransfers transfers = new SpringApplicationBuilder(
                        AwsAutoConfiguration.class,
                        CredentialsProviderAutoConfiguration.class,
                        RegionProviderAutoConfiguration.class,
                        S3AutoConfiguration.class,
                        StorageAutoConfiguration.class,
                        UpstreamAutoConfiguration.class,
                        TransferConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)
                .getBean(MediaTransfers.class);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(carry(transfers, threads, line.split(" ")));
            }
        }
    }

    private static long carry(MediaTransfers transfers, ExecutorService threads, String... words) throws Exception {
        List<Future<TransferReceipt>> all = new ArrayList<>();
        for (int word = 0; word < words.length; word += 2) {
            MediaLink source = new MediaLink(URI.create(words[word]), Map.of());
            ObjectReference target = new ObjectReference("media", words[word + 1]);
            all.add(threads.submit(() -> transfers.transfer(
                    () -> source,
                    new TransferRequest(target, "video/mp4", Map.of(), Map.of(), null),
                    new MemoryJournal())));
        }
        long bytes = 0;
        for (Future<TransferReceipt> one : all) {
            bytes += one.get().bytes();
        }
        return bytes;
    }
}
