package dev.medley.platform.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Ways through the platform, over the same address as any client: a new user's, from sign-up to sign-out, and an operator's. */
public final class Demo {

    private final URI gateway;
    private final PrintStream out;

    /**
     * @param gateway where the platform answers
     * @param out takes the transcript
     */
    public Demo(URI gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /** Walks and tells whether everything was as it should be. */
    public boolean run() {
        return walk((client, transcript) -> {
            AccountJourney account = new AccountJourney(client, transcript);
            account.open();
            new ImageJourney(client, transcript).run();
            account.close();
        });
    }

    /** Has the simulated libraries copied and tells whether everything was as it should be. */
    public boolean runSync(SyncDemo settings) {
        return walk((client, transcript) -> new SyncJourney(client, transcript, settings).run());
    }

    private boolean walk(BiConsumer<DemoClient, Transcript> journey) {
        long begin = System.nanoTime();
        Transcript transcript = new Transcript(out);
        try (DemoClient client = new DemoClient(gateway, transcript)) {
            journey.accept(client, transcript);
        } catch (DemoFailure e) {
            transcript.abandon(String.valueOf(e.getMessage()));
        }
        return transcript.finish(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }
}
