package dev.medley.upstream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests whose answers fit in memory. The one place that tries again: after 429, 500, 502, 503, 504 and broken
 * connections, as often as configured, with a pause that doubles or that the server asked for. Every address is filtered,
 * that of each redirect too; credentials are not carried to another host.
 */
public final class UpstreamClient {

    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");
    private static final int MAX_REDIRECTS = 5;

    private final HttpClient http;
    private final AddressFilter addresses;
    private final UpstreamProperties settings;
    private final InstantSource clock;
    private final Pause pause;

    /**
     * A client.
     *
     * @param http follows no redirects itself
     */
    public UpstreamClient(
            HttpClient http, AddressFilter addresses, UpstreamProperties settings, InstantSource clock, Pause pause) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("a client that follows redirects would bypass the address filter");
        }
        this.http = http;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Sends a request.
     *
     * @return the answer, whose status is none that a pause may cure
     * @throws UpstreamException when all attempts failed, or when the server asks for a longer pause than this waits
     * @throws ForbiddenAddressException when it or a redirect leads where nothing may be read
     */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return send(request, settings.attempts());
    }

    /**
     * As {@link #send}, for what must not be sent twice, such as a refresh token that the first request uses up.
     *
     * @throws UpstreamException when the attempt failed
     */
    public HttpResponse<byte[]> sendOnce(HttpRequest request) throws IOException, InterruptedException {
        return send(request, 1);
    }

    private HttpResponse<byte[]> send(HttpRequest request, int attempts) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            UpstreamException failure;
            try {
                HttpResponse<byte[]> answer = follow(request);
                if (!PASSING.contains(answer.statusCode())) {
                    return answer;
                }
                failure = refused(answer);
            } catch (ForbiddenAddressException e) {
                throw e;
            } catch (IOException e) {
                failure = new UpstreamException(
                        host(request.uri()) + " did not answer", UpstreamException.NO_ANSWER, null, e);
            }
            Duration wait = failure.retryAfter().orElse(backoff(attempt));
            if (attempt >= attempts || wait.compareTo(settings.longestWait()) > 0) {
                throw failure;
            }
            pause.await(wait);
        }
    }

    private UpstreamException refused(HttpResponse<byte[]> answer) {
        Optional<Duration> wait = RetryAfter.of(answer.headers(), clock);
        return new UpstreamException(
                "%s answered %d".formatted(host(answer.uri()), answer.statusCode()),
                answer.statusCode(),
                wait.orElse(null),
                null);
    }

    private HttpResponse<byte[]> follow(HttpRequest first) throws IOException, InterruptedException {
        HttpRequest request = first;
        addresses.check(request.uri());
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpResponse<byte[]> answer = exchange(request);
            URI target = redirect(answer);
            if (target == null) {
                return answer;
            }
            addresses.check(target);
            request = redirected(request, target);
        }
        throw new IOException(host(first.uri()) + " redirects too often");
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        // The request's own timeout would end with the headers, and a body may never end.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), settings.maxBody()));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + settings.timeout(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static @Nullable URI redirect(HttpResponse<byte[]> answer) throws IOException {
        if (!REDIRECTS.contains(answer.statusCode())) {
            return null;
        }
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(host(answer.uri()) + " redirects without saying where to"));
        try {
            return answer.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ForbiddenAddressException(host(answer.uri()) + " redirects to what is no address");
        }
    }

    private static HttpRequest redirected(HttpRequest request, URI target) throws ForbiddenAddressException {
        if (!Set.of("GET", "HEAD", "PROPFIND").contains(request.method())) {
            throw new ForbiddenAddressException(host(request.uri()) + " redirects a request that is not for reading");
        }
        boolean same = sameServer(request.uri(), target);
        return HttpRequest.newBuilder(
                        request, (name, _) -> same || !CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))
                .uri(target)
                .build();
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private Duration backoff(int failures) {
        Duration bound = settings.initialBackoff().multipliedBy(1L << Math.min(failures - 1, 10));
        // Half of it at random, so that callers that failed together do not come back together.
        return bound.minusMillis(ThreadLocalRandom.current().nextLong(bound.toMillis() / 2 + 1));
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host == null ? "the server" : host;
    }
}
