package dev.medley.testing;

import dev.medley.standins.LocalMail;
import dev.medley.standins.LocalParts;
import dev.medley.standins.LocalPartsSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import tools.jackson.databind.json.JsonMapper;

/** The parts around the service under test, and what tests do with them again and again. */
public final class TestPlatform {

    /** How long tests wait for what happens in the background. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of every user that {@link #signedInUser} makes. */
    public static final String PASSWORD = "Correct-Horse-7!";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final JsonMapper json = new JsonMapper();
    private final LocalParts parts;
    private final CognitoIdentityProviderClient cognito;
    private final Map<String, Map<String, String>> configurations = new ConcurrentHashMap<>();

    private TestPlatform(LocalParts parts) {
        this.parts = parts;
        this.cognito = CognitoIdentityProviderClient.builder()
                .endpointOverride(parts.cognito().endpoint())
                .region(Region.of(parts.account().region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        parts.account().accessKeyId(), parts.account().secretAccessKey())))
                .build();
    }

    /** The one of this JVM, started when first asked for. */
    public static TestPlatform shared() {
        return Holder.PLATFORM;
    }

    /** The parts. */
    public LocalParts parts() {
        return parts;
    }

    /** A service's configuration, the same in every context of this JVM: asking the parts again would change a password. */
    Map<String, String> configurationOf(String service) {
        return configurations.computeIfAbsent(service, parts::configurationOf);
    }

    /** A client of the user pool. */
    public CognitoIdentityProviderClient cognito() {
        return cognito;
    }

    /** A confirmed user, signed in. */
    public TestUser signedInUser(String email) {
        String client = parts.cognito().publicClientId();
        String sub = cognito.signUp(request -> request.clientId(client)
                        .username(email)
                        .password(PASSWORD)
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(email)
                                .build()))
                .userSub();
        cognito.adminConfirmSignUp(
                request -> request.userPoolId(parts.cognito().userPoolId()).username(email));
        return new TestUser(sub, email, accessToken(email));
    }

    /**
     * A confirmed user, signed in, whose token names a group.
     *
     * @param group made unless it is there
     */
    public TestUser signedInUser(String email, String group) {
        TestUser user = signedInUser(email);
        createGroups(group);
        cognito.adminAddUserToGroup(request ->
                request.userPoolId(parts.cognito().userPoolId()).username(email).groupName(group));
        // A token names the groups of the moment it was issued.
        return new TestUser(user.sub(), email, accessToken(email));
    }

    /** Makes groups of the pool, unless they are there. */
    public void createGroups(String... groups) {
        for (String group : groups) {
            try {
                cognito.createGroup(request ->
                        request.userPoolId(parts.cognito().userPoolId()).groupName(group));
            } catch (GroupExistsException _) {
                // Tests of one JVM share the pool.
            }
        }
    }

    private String accessToken(String email) {
        return cognito.initiateAuth(request -> request.clientId(parts.cognito().publicClientId())
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", email, "PASSWORD", PASSWORD)))
                .authenticationResult()
                .accessToken();
    }

    /**
     * Sends an event to a FIFO queue, as the outbox of another service does.
     *
     * @param queue its name without prefix
     * @param data the event's members
     * @return the event's id
     */
    public String tell(String queue, String source, String type, String subject, Map<String, Object> data) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> envelope = Map.of(
                "id",
                id,
                "type",
                type,
                "source",
                source,
                "time",
                InstantSource.system().instant(),
                "subject",
                subject,
                "data",
                data);
        parts.queues()
                .client()
                .sendMessage(request -> request.queueUrl(parts.queues().url(queue))
                        .messageGroupId(subject)
                        .messageDeduplicationId(id)
                        .messageBody(json.writeValueAsString(envelope)));
        return id;
    }

    /** The newest code mailed to an address, waiting until there is one. */
    public String mailedCode(String email) {
        LocalMail.Mail mail =
                Awaitility.await().atMost(PATIENCE).until(() -> parts.mail().newestTo(email), found -> found != null);
        Matcher code = CODE.matcher(mail.text());
        if (!code.find()) {
            throw new AssertionError("the newest mail to " + email + " holds no code: " + mail.text());
        }
        return code.group(1);
    }

    /** Initialises on first use; the parts end with the JVM. */
    private static final class Holder {
        private static final TestPlatform PLATFORM = new TestPlatform(
                Containers.wanted()
                        ? LocalParts.start(LocalPartsSettings.throwaway(), Containers.start())
                        : LocalParts.start(LocalPartsSettings.throwaway()));
    }

    /**
     * A signed-in user.
     *
     * @param sub Cognito {@code sub}
     * @param email address and user name
     * @param accessToken valid for 15 minutes
     */
    public record TestUser(String sub, String email, String accessToken) {}
}
