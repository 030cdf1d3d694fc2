package dev.medley.testing;

import java.io.IOException;

/** A program that some tests need and not every machine has. */
public final class Program {

    private Program() {}

    /**
     * Whether this machine has a program.
     *
     * @param command its name, and arguments with which it does nothing and succeeds, such as {@code --version}
     */
    public static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
