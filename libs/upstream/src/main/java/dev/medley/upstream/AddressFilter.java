package dev.medley.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps requests whose address somebody else chose away from networks that only we can reach (server-side request
 * forgery): every address that a host name has must be public, unless the host is allowed by name. Checked before the
 * first request and again before each redirect is followed.
 *
 * <p>{@link #check} looks the name up, and the client that connects does once more. Both see the same answer as long as the
 * JVM keeps it ({@code networkaddress.cache.ttl}, 30 s by default), which leaves a name that changes its answer the moment at
 * which that ends. Where strangers choose addresses, the client connects to what {@link #resolve} returned.
 */
public final class AddressFilter {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Set<String> allowed;

    /**
     * A filter with exceptions.
     *
     * @param allowed hosts that may be reached wherever they are, each as {@code host} or {@code host:port}
     */
    public AddressFilter(Set<String> allowed) {
        this.allowed =
                allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses what may not be reached.
     *
     * @throws ForbiddenAddressException when the address is no HTTP address, carries a user name, or leads to a network
     *     that is not public
     * @throws java.net.UnknownHostException when the host has no address
     */
    public void check(URI address) throws IOException {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new ForbiddenAddressException("only http and https addresses with a host are read");
        }
        if (address.getRawUserInfo() != null) {
            throw new ForbiddenAddressException("an address with a user name in it is not read");
        }
        resolve(host, address.getPort());
    }

    /**
     * Looks a host up for a client that is about to connect to it.
     *
     * @param port that is connected to, or -1 for the usual one
     * @return its addresses, every one of which may be reached
     * @throws ForbiddenAddressException when one of them leads to a network that is not public
     * @throws java.net.UnknownHostException when the host has no address
     */
    public List<InetAddress> resolve(String host, int port) throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        if (!isAllowed(host, port) && !addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new ForbiddenAddressException(host + " leads to an address that is not public");
        }
        return addresses;
    }

    private boolean isAllowed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(name + ":" + port);
    }
}
