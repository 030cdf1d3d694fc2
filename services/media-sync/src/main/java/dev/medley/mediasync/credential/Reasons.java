package dev.medley.mediasync.credential;

import java.util.Locale;

/** Constants as clients and operators see them. */
public final class Reasons {

    private Reasons() {}

    /** Lower case with hyphens. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
