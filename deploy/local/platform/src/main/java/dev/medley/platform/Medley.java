package dev.medley.platform;

import dev.medley.platform.demo.Demo;
import dev.medley.platform.demo.SyncDemo;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** The program behind {@code ./medley}. */
public final class Medley {

    private Medley() {}

    /**
     * Runs one command and ends with its exit code.
     *
     * @param arguments {@code up}, {@code demo}, {@code demo sync} or {@code env}; the repository's folder is system property
     *     {@code medley.root}, the working directory otherwise
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Console console = new Console(System.out);
        try {
            PlatformSettings settings =
                    PlatformSettings.of(Path.of(System.getProperty("medley.root", "")), System.getenv());
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> up(settings, console);
                case "env" -> {
                    AwsVariables.print(PlatformDescription.ofRunning(settings.description()), console);
                    yield 0;
                }
                case "demo" -> demo(arguments, PlatformDescription.ofRunning(settings.description())) ? 0 : 1;
                default -> throw new PlatformRefusal("Usage: ./medley up | demo [sync] | env");
            };
        } catch (PlatformRefusal e) {
            new Console(System.err).line(e.line());
            return 1;
        }
    }

    private static boolean demo(List<String> arguments, PlatformDescription platform) {
        Demo demo = new Demo(platform.gateway(), System.out);
        if (arguments.size() == 1) {
            return demo.run();
        }
        if (!arguments.get(1).equals("sync")) {
            throw new PlatformRefusal("Usage: ./medley demo [sync]");
        }
        return demo.runSync(new SyncDemo(
                platform.operator().email(),
                platform.operator().password(),
                Objects.requireNonNull(platform.simulators().get("gopro")),
                Objects.requireNonNull(platform.simulators().get("archive"))));
    }

    private static int up(PlatformSettings settings, Console console) {
        // Read by logback.xml at the first use of a logger.
        System.setProperty("medley.log", settings.logs().resolve("platform.log").toString());
        try {
            new Launcher(settings, console).run();
            return 0;
        } catch (PlatformRefusal e) {
            throw e;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Medley.class).error("the platform failed", e);
            throw new PlatformRefusal(
                    "The platform failed: %s (log: %s)"
                            .formatted(e, settings.logs().resolve("platform.log")),
                    e);
        }
    }
}
