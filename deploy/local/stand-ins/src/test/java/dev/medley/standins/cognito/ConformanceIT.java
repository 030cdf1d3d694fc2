package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/**
 * The same scenarios on the stand-in, on moto where it is installed, and on a real user pool where {@code
 * MEDLEY_CONFORMANCE_POOL_ID} and {@code MEDLEY_CONFORMANCE_CLIENT_ID} name one (region and credentials are those of the
 * AWS SDK's default chain; e-mail is its username, its client has no secret, all flows and PreventUserExistenceErrors).
 */
@ExtendWith(PoolExtension.class)
class ConformanceIT {

    private static final Logger log = LoggerFactory.getLogger(ConformanceIT.class);

    private final PoolFixture pool;

    ConformanceIT(PoolFixture pool) {
        this.pool = pool;
    }

    static List<Scenario> scenarios() {
        return Stream.of(
                        SignUpScenarios.all(),
                        SignInScenarios.all(),
                        SessionScenarios.all(),
                        AccountScenarios.all(),
                        AdministrationScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theStandInDoesWhatCognitoDoes(Scenario scenario) {
        assertThat(play(scenario, ConformanceTarget.of(pool))).isEqualTo(scenario.expected());
    }

    @Test
    void motoDiffersOnlyWhereThatIsAccepted() throws InterruptedException {
        assumeOrSay(MotoServer.present(), "moto_server is not on the PATH: the scenarios were not compared with moto");
        Map<String, String> accepted = AcceptedDifference.ofMoto().stream()
                .collect(Collectors.toMap(AcceptedDifference::scenario, AcceptedDifference::outcome));

        Map<String, String> differences;
        try (MotoServer moto = MotoServer.start()) {
            differences = differences("moto", moto.newPool());
        }

        AcceptedDifference.ofMoto()
                .forEach(difference -> log.info(
                        "Accepted: moto, {}: {} ({})",
                        difference.scenario(),
                        difference.outcome(),
                        difference.reason()));
        assertThat(differences).isEqualTo(new TreeMap<>(accepted));
    }

    @Test
    void aRealPoolDoesTheSame() {
        @Nullable String poolId = System.getenv("MEDLEY_CONFORMANCE_POOL_ID");
        @Nullable String clientId = System.getenv("MEDLEY_CONFORMANCE_CLIENT_ID");
        assumeOrSay(
                poolId != null && clientId != null,
                "MEDLEY_CONFORMANCE_POOL_ID and _CLIENT_ID name no user pool: the scenarios were not compared with AWS");

        try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.create()) {
            assertThat(differences("AWS", ConformanceTarget.apiOnly(client, poolId, clientId)))
                    .isEmpty();
        }
    }

    /** What a pool does otherwise, by scenario. */
    private static Map<String, String> differences(String name, ConformanceTarget target) {
        Map<Boolean, List<Scenario>> parts =
                scenarios().stream().collect(Collectors.partitioningBy(scenario -> scenario.canRunOn(target)));
        parts.getOrDefault(false, List.of())
                .forEach(scenario -> log.warn("Not compared with {}: {} needs {}", name, scenario, scenario.needs()));
        Map<String, String> outcomes = parts.getOrDefault(true, List.of()).stream()
                .collect(Collectors.toMap(Scenario::name, scenario -> play(scenario, target)));
        Map<String, String> expected =
                scenarios().stream().collect(Collectors.toMap(Scenario::name, Scenario::expected));
        return outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getValue().equals(expected.get(outcome.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, last) -> last, TreeMap::new));
    }

    private static String play(Scenario scenario, ConformanceTarget target) {
        try (Actor actor = new Actor(target)) {
            try {
                return actor.neutral(scenario.body().run(actor));
            } catch (CognitoIdentityProviderException e) {
                return actor.neutral("on the way: " + Outcomes.of(e));
            } catch (IllegalArgumentException | NullPointerException e) {
                // What another pool answered could not be read.
                return "on the way: " + e.getClass().getSimpleName();
            }
        }
    }

    private static void assumeOrSay(boolean assumption, String otherwise) {
        if (!assumption) {
            log.warn(otherwise);
        }
        Assumptions.assumeTrue(assumption, otherwise);
    }
}
