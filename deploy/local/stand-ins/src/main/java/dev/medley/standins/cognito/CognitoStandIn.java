package dev.medley.standins.cognito;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.eclipse.jetty.server.Server;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A user pool on 127.0.0.1, for development and tests: any AWS SDK uses it through its endpoint override. Pool, clients,
 * keys and users are kept in schema {@code cognito} of the given database and found again at the next start.
 *
 * <p>The {@linkplain #issuer() issuer} contains the port, so access tokens outlive a restart only on a fixed one.
 */
public final class CognitoStandIn implements AutoCloseable {

    private final Server server;
    private final URI endpoint;
    private final Installation installation;
    private final URI issuer;
    private final SigningKeys keys;
    private final TransactionTemplate transactions;
    private final Triggers triggers;

    private CognitoStandIn(
            Server server,
            URI endpoint,
            Installation installation,
            URI issuer,
            SigningKeys keys,
            TransactionTemplate transactions,
            Triggers triggers) {
        this.server = server;
        this.endpoint = endpoint;
        this.installation = installation;
        this.issuer = issuer;
        this.keys = keys;
        this.transactions = transactions;
        this.triggers = triggers;
    }

    /**
     * Migrates the schema, generates what is missing and listens.
     *
     * @param dataSource a PostgreSQL database in which schema {@code cognito} may be created; stays the caller's to close
     * @throws IllegalStateException when the port is taken
     */
    public static CognitoStandIn start(CognitoSettings settings, DataSource dataSource, CodeMail mail) {
        return start(settings, dataSource, mail, InstantSource.system(), new SlowHash(SlowHash.STRENGTH));
    }

    static CognitoStandIn start(
            CognitoSettings settings, DataSource dataSource, CodeMail mail, InstantSource time, SlowHash slowHash) {
        // PostgreSQL rounds to microseconds: a finer instant could be read back as later than it was.
        InstantSource clock = () -> time.instant().truncatedTo(ChronoUnit.MICROS);
        Database.migrate(dataSource);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        Secrets secrets = new Secrets();
        SigningKeys keys = new SigningKeys(jdbc, secrets, clock, TokenIssuer.longestLifetime(settings));
        Installation installation = transactions.execute(_ -> {
            keys.ensure();
            return Installation.findOrCreate(jdbc, secrets, clock, settings.region());
        });
        LoopbackServer loopback = LoopbackServer.bind(settings.port());
        URI issuer = loopback.endpoint().resolve("/" + installation.pool().id());
        Triggers triggers = new Triggers(installation.pool());
        PoolAssembly assembly = new PoolAssembly(
                settings, installation.pool(), issuer, jdbc, keys, secrets, slowHash, clock, mail, triggers);
        Server server = loopback.serve(assembly.handler(new UnitOfWork(transactions)));
        return new CognitoStandIn(server, loopback.endpoint(), installation, issuer, keys, transactions, triggers);
    }

    /** What an SDK takes as its endpoint: {@code http://127.0.0.1:<port>}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The id of the one user pool. */
    public String userPoolId() {
        return installation.pool().id();
    }

    /** The {@code iss} of tokens; the key set and the OpenID configuration lie below it. */
    public URI issuer() {
        return issuer;
    }

    /** The confidential client. */
    public String clientId() {
        return installation.confidential().id();
    }

    /** The secret of the confidential client, the key of {@code SECRET_HASH}. */
    public String clientSecret() {
        return Installation.secretOf(installation.confidential());
    }

    /** The client without a secret. */
    public String publicClientId() {
        return installation.open().id();
    }

    /**
     * A client without a secret whose refresh tokens rotate: they are exchanged through {@code
     * GetTokensFromRefreshToken}, which gives a new one and accepts the old for ten more seconds. REFRESH_TOKEN_AUTH is
     * not enabled for it.
     */
    public String rotatingClientId() {
        return installation.rotating().id();
    }

    /**
     * The client with which services call each other: it gets access tokens with the scope {@code medley/internal} from
     * {@code POST <endpoint>/oauth2/token} and signs nobody in.
     */
    public String serviceClientId() {
        return installation.service().id();
    }

    /** The secret of the service client. */
    public String serviceClientSecret() {
        return Installation.secretOf(installation.service());
    }

    /**
     * Configures a Lambda for every trigger that the stand-in knows: PreSignUp, PostConfirmation, CustomMessage and the
     * three of custom sign-ins. Until this is called, none is configured and custom sign-ins are refused. It has five
     * seconds, three times.
     */
    public void useTriggers(LambdaTriggers lambda) {
        useTriggers(lambda, LambdaInvoker.TIME_PER_TRY);
    }

    void useTriggers(LambdaTriggers lambda, Duration timePerTry) {
        triggers.use(lambda, timePerTry);
    }

    /** Signs with new keys from now on. The old ones stay in the key set until no token signed with them can be alive. */
    public void rotateKeys() {
        transactions.executeWithoutResult(_ -> keys.rotate());
    }

    /** Stops listening; what is stored stays. */
    @Override
    public void close() {
        LoopbackServer.stop(server);
    }
}
