package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.standins.LocalParts;
import dev.medley.standins.LocalPartsSettings;
import dev.medley.testing.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files from one HTTP server to one S3 server, by this engine and by {@code rclone copyurl} in turn, each in a process of
 * its own. Run by {@code ./medley bench media-sync}; all figures of a table are of one run.
 */
class TransferBench {

    private static final int ROUNDS = Integer.getInteger("medley.bench.rounds", 3);
    private static final long MEBIBYTE = 1 << 20;
    private static final long GIBIBYTE = 1 << 30;

    /** How long a stream the memory is watched for. */
    private static final long STREAM = Integer.getInteger("medley.bench.stream-gib", 10) * GIBIBYTE;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final PrintStream out = System.out;

    @TempDir
    Path folder;

    private LocalParts parts;
    private BenchSource source;

    @BeforeEach
    void start() throws IOException {
        parts = LocalParts.start(
                new LocalPartsSettings(folder, new LocalPartsSettings.Ports(0, 0, 0, 0, 0), List.of()));
        source = new BenchSource();
    }

    @AfterEach
    void stop() {
        source.close();
        parts.close();
    }

    /** A contender; returns when all files are carried. */
    @FunctionalInterface
    private interface Contender {
        void carry(List<String> keys, long bytesEach) throws Exception;
    }

    @Test
    void besideRclone() throws Exception {
        assumeTrue(Program.isThere("rclone", "version"), "SKIPPED: this machine has no rclone (Debian: rclone)");
        try (Engine engine = new Engine("256m")) {
            engine.carry(List.of("warm-up-1", "warm-up-2"), 120 * MEBIBYTE);
            out.printf("%n%-28s %14s %14s %8s%n", "seconds, median of " + ROUNDS, "medley", "rclone copyurl", "ratio");
            compare("1 file of 1 GiB", engine, 1, GIBIBYTE);
            compare("20 files of 100 MiB", engine, 20, 100 * MEBIBYTE);
        }
    }

    private void compare(String job, Contender engine, int files, long bytes) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<String> keys =
                IntStream.range(0, files).mapToObj(file -> "bench/" + file).toList();
        for (int round = 0; round < ROUNDS; round++) {
            theirs.add(seconds(this::rclone, keys, bytes));
            ours.add(seconds(engine, keys, bytes));
        }
        double our = median(ours);
        double their = median(theirs);
        out.printf("%-28s %14.2f %14.2f %7.2fx%n", job, our, their, their / our);
        assertThat(our).isPositive();
    }

    private static double seconds(Contender contender, List<String> keys, long bytes) throws Exception {
        long start = System.nanoTime();
        contender.carry(keys, bytes);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Test
    void memoryOfALongStream() throws Exception {
        try (Engine engine = new Engine("128m")) {
            engine.carry(List.of("warm-up"), 300 * MEBIBYTE);
            long before = engine.resident();
            List<Long> seen = new ArrayList<>();
            Thread watch = Thread.ofVirtual().start(() -> engine.watch(seen));
            double seconds = seconds(engine, List.of("stream"), STREAM);
            watch.interrupt();
            watch.join();
            long most = seen.stream().mapToLong(Long::longValue).max().orElse(before);
            out.printf(
                    "%n%d GiB in %.0f s: resident %d MiB before, at most %d MiB meanwhile: %+d MiB%n",
                    STREAM / GIBIBYTE, seconds, before / MEBIBYTE, most / MEBIBYTE, (most - before) / MEBIBYTE);
            assertThat(seen).isNotEmpty();
        }
    }

    private void rclone(List<String> keys, long bytesEach) throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        for (String key : keys) {
            if (running.size() == TransferProgram.AT_ONCE) {
                await(running.removeFirst());
            }
            ProcessBuilder command = new ProcessBuilder(
                            "rclone",
                            "copyurl",
                            "--s3-no-check-bucket",
                            source.address(bytesEach).toString(),
                            "bench:medley-media/" + key)
                    .inheritIO();
            // rclone cannot load one beside its own transport.
            command.environment().remove("AWS_CA_BUNDLE");
            command.environment()
                    .putAll(Map.of(
                            "RCLONE_CONFIG", folder.resolve("rclone.conf").toString(),
                            "RCLONE_CONFIG_BENCH_TYPE", "s3",
                            "RCLONE_CONFIG_BENCH_PROVIDER", "Other",
                            "RCLONE_CONFIG_BENCH_ENDPOINT",
                                    parts.objects().endpoint().toString(),
                            "RCLONE_CONFIG_BENCH_ACCESS_KEY_ID", parts.account().accessKeyId(),
                            "RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY",
                                    parts.account().secretAccessKey()));
            running.add(command.start());
        }
        for (Process process : running) {
            await(process);
        }
    }

    private static void await(Process process) throws InterruptedException, IOException {
        if (process.waitFor() != 0) {
            throw new IOException("rclone failed");
        }
    }

    /** This engine's process. */
    private final class Engine implements Contender, AutoCloseable {

        private final Process process;
        private final Writer orders;
        private final BufferedReader answers;

        Engine(String heap) throws IOException {
            ProcessBuilder command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TransferProgram.class.getName(),
                            "--spring.cloud.aws.endpoint=" + parts.objects().endpoint(),
                            "--spring.cloud.aws.region.static="
                                    + parts.account().region(),
                            "--spring.cloud.aws.s3.path-style-access-enabled=true",
                            "--medley.storage.bucket-prefix=medley-",
                            "--medley.upstream.allowed-hosts=127.0.0.1",
                            // S3 confirms what it took, and is not asked again; the S3 of the bench does not.
                            "--medley.media-sync.transfer.read-back=" + Boolean.getBoolean("medley.bench.read-back"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            command.environment()
                    .putAll(Map.of(
                            "AWS_ACCESS_KEY_ID", parts.account().accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY", parts.account().secretAccessKey()));
            process = command.start();
            orders = process.outputWriter(StandardCharsets.UTF_8);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            await("ready");
        }

        @Override
        public void carry(List<String> keys, long bytesEach) throws IOException {
            orders.write(String.join(
                            " ",
                            keys.stream()
                                    .flatMap(key ->
                                            Stream.of(source.address(bytesEach).toString(), key))
                                    .toList())
                    + "\n");
            orders.flush();
            await(Long.toString(keys.size() * bytesEach));
        }

        private void await(String expected) throws IOException {
            String line = answers.readLine();
            while (line != null && !line.equals(expected)) {
                out.println(line);
                line = answers.readLine();
            }
            if (line == null) {
                throw new IOException("the engine's process ended");
            }
        }

        /** Its memory as Linux counts it, in bytes. */
        long resident() throws IOException {
            Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            if (!line.find()) {
                throw new IOException("Linux does not tell the memory of a process");
            }
            return Long.parseLong(line.group(1)) * 1024;
        }

        private void watch(List<Long> seen) {
            try {
                while (true) {
                    seen.add(resident());
                    Thread.sleep(100);
                }
            } catch (InterruptedException _) {
                // The stream has ended.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            orders.close();
            process.destroy();
        }
    }
}
