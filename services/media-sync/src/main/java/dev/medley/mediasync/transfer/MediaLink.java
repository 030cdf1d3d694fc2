package dev.medley.mediasync.transfer;

import java.net.URI;
import java.util.Map;

/**
 * A link to a media file.
 *
 * @param address http or https; may carry a signature, so it is never logged
 * @param headers sent with each request, for example {@code Authorization}
 * @param derivative whether it leads to something that the provider made of the file, whose length no listing tells
 */
public record MediaLink(URI address, Map<String, String> headers, boolean derivative) {

    /** Copies the headers. */
    public MediaLink {
        headers = Map.copyOf(headers);
    }

    /** To the file itself. */
    public MediaLink(URI address, Map<String, String> headers) {
        this(address, headers, false);
    }

    /** Tells the host only. */
    @Override
    public String toString() {
        return "MediaLink[" + address.getHost() + "]";
    }
}
