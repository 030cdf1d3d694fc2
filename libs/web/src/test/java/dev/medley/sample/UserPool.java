package dev.medley.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A user pool: it signs tokens and publishes its keys over HTTP. */
public final class UserPool {

    /** The pool that the sample service trusts. */
    public static final UserPool SHARED = new UserPool();

    private static final int KEY_BITS = 2048;

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean down;

    /** Starts a pool with a key of its own. */
    public UserPool() {
        try {
            key = new RSAKeyGenerator(KEY_BITS).keyID("pool-key-1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", this::publish);
            server.start();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the tokens name as their issuer. */
    public String issuer() {
        return "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_sample";
    }

    /** Where the keys are. */
    public URI jwksUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    /** The signing key, private part included. */
    public RSAKey key() {
        return key;
    }

    /** How often the keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    /** Answers with errors from now on, or no longer. */
    public void setDown(boolean down) {
        this.down = down;
    }

    /** The claims of a good access token, to be changed by a test. */
    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject("7c1f0a52-4f6e-4b43-9d53-0f6a2f6f3a11")
                .issuer(issuer())
                .claim("client_id", "web-client")
                .claim("token_use", "access")
                .claim("scope", "openid profile")
                .claim("username", "7c1f0a52")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    }

    /** A good access token of a user in these groups. */
    public String token(String... groups) {
        return sign(claims().claim("cognito:groups", List.of(groups)).build());
    }

    /** Signs claims with the published key. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    /** Signs claims with any key, named by its own id. */
    public static String sign(JWTClaimsSet claims, RSAKey with) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(with.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(HttpExchange exchange) {
        fetches.incrementAndGet();
        byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(down ? 503 : 200, body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
