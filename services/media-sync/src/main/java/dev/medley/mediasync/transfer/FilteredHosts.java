package dev.medley.mediasync.transfer;

import dev.medley.upstream.AddressFilter;
import dev.medley.upstream.ForbiddenAddressException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts that may be reached. The client connects to the very addresses that were judged, so neither a redirect nor
 * a name that changes its answer leads elsewhere.
 */
final class FilteredHosts implements DnsResolver {

    private final AddressFilter filter;

    FilteredHosts(AddressFilter filter) {
        this.filter = filter;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return addresses(host, port).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return addresses(host, -1).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> addresses(String host, int port) throws UnknownHostException {
        try {
            return filter.resolve(host, port);
        } catch (UnknownHostException e) {
            throw e;
        } catch (ForbiddenAddressException e) {
            throw new ForbiddenHostException(e);
        } catch (IOException e) {
            throw (UnknownHostException) new UnknownHostException(host).initCause(e);
        }
    }
}
