package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What services say of themselves is what they do, what is checked in, and what the load balancer lets through. */
@RunningServices
class ContractIT {

    /** {@code -Dopenapi.update=true} writes the checked-in descriptions anew. */
    private static final String UPDATE = "openapi.update";

    /** Not for clients, and not reached by them. */
    private static final List<String> NOT_DESCRIBED =
            List.of("/actuator", "/error", "/internal", "/v3/api-docs", "/swagger-ui");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static List<String> services() {
        return Services.names();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theCheckedInDescriptionIsTheServedOne(String service, Services services) throws Exception {
        Path file = Path.of("..", "docs", "openapi", service + ".json");
        String served = normalized(description(services, service));
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, served);
        }

        assertThat(file)
                .as("written anew by -D%s=true; look at the difference before you commit it", UPDATE)
                .hasContent(served);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRouteIsDescribedAndEveryDescribedRouteIsServed(String service, Services services) throws Exception {
        assertThat(operations(description(services, service)).keySet())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(served(services, service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationHasASummaryAndANameOfItsOwn(String service, Services services) throws Exception {
        assertThat(operations(description(services, service))).isNotEmpty().allSatisfy((_, operation) -> {
            assertThat(operation.path("summary").asString("")).isNotBlank();
            // springdoc numbers equal names in the order in which it finds them.
            assertThat(operation.path("operationId").asString()).doesNotMatch(".*_\\d+");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void theLoadBalancerLeadsEveryPathToItsService(String service, Services services) throws Exception {
        Routes routes = Routes.load();

        assertThat(description(services, service).path("paths").propertyNames())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(routes.serviceFor(path)).contains(service));
        assertThat(routes.serviceFor("/actuator/health")).isEmpty();
    }

    private JsonNode description(Services services, String service) throws Exception {
        return get(services, service, "/v3/api-docs");
    }

    /** Every operation by method and path. */
    private static Map<String, JsonNode> operations(JsonNode description) {
        Map<String, JsonNode> operations = new TreeMap<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    /** What Spring MVC routes, by method and path. */
    private Set<String> served(Services services, String service) throws Exception {
        Set<String> served = new TreeSet<>();
        JsonNode mappings = get(services, service, "/actuator/mappings");
        for (JsonNode mapping : mappings.findValue("dispatcherServlet")) {
            JsonNode conditions = mapping.at("/details/requestMappingConditions");
            texts(conditions.path("patterns"))
                    .filter(path -> NOT_DESCRIBED.stream().noneMatch(path::startsWith))
                    .forEach(path ->
                            texts(conditions.path("methods")).forEach(method -> served.add(method + " " + path)));
        }
        return served;
    }

    private static Stream<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString);
    }

    private JsonNode get(Services services, String service, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(services.service(service).uri().resolve(path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return json.readTree(response.body());
    }

    /** One form for one content: keys in order, line by line. */
    private String normalized(JsonNode description) {
        return json.writeValueAsString(json.treeToValue(description, Object.class)) + "\n";
    }
}
