package dev.medley.platform.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;

/** A new user's way through the platform, from sign-up to sign-out, over the same address as any client. */
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
        long begin = System.nanoTime();
        Transcript transcript = new Transcript(out);
        try (DemoClient client = new DemoClient(gateway, transcript)) {
            AccountJourney account = new AccountJourney(client, transcript);
            account.open();
            new ImageJourney(client, transcript).run();
            account.close();
        } catch (DemoFailure e) {
            transcript.abandon(String.valueOf(e.getMessage()));
        }
        return transcript.finish(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }
}
