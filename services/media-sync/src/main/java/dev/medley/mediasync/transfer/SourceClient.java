package dev.medley.mediasync.transfer;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Makes the client that files are read with: nothing but bytes as the source has them, and every wait bounded. */
final class SourceClient {

    /** Connections to one source; parts beyond wait for one. */
    private static final int CONNECTIONS = 64;

    private static final int MAX_REDIRECTS = 5;

    private SourceClient() {}

    /** @param hosts looks up every host that is connected to, redirects included, and may refuse it */
    static CloseableHttpClient create(TransferProperties properties, DnsResolver hosts) {
        Timeout stall = Timeout.of(properties.stallTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(2 * CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                                .setSocketTimeout(stall)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(stall)
                        .setConnectionRequestTimeout(stall)
                        .setMaxRedirects(MAX_REDIRECTS)
                        .build())
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
