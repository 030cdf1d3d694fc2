package dev.medley.mediasync.transfer;

import java.net.URI;
import java.util.Map;

/**
 * A link to a media file.
 *
 * @param address http or https; may carry a signature, so it is never logged
 * @param headers sent with each request, for example {@code Authorization}
 */
public record MediaLink(URI address, Map<String, String> headers) {

    /** Copies the headers. */
    public MediaLink {
        headers = Map.copyOf(headers);
    }

    /** Tells the host only. */
    @Override
    public String toString() {
        return "MediaLink[" + address.getHost() + "]";
    }
}
