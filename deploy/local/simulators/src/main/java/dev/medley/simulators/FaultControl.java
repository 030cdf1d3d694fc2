package dev.medley.simulators;

import com.sun.net.httpserver.HttpExchange;
import dev.medley.simulators.Faults.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Switches faults over HTTP, for people who try the platform. */
final class FaultControl {

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> arm(exchange);
            case "DELETE" -> {
                faults.clear();
                exchange.sendResponseHeaders(204, -1);
            }
            default -> exchange.sendResponseHeaders(405, -1);
        }
    }

    private void arm(HttpExchange exchange) throws IOException {
        Map<String, String> query = SimulatorServer.query(exchange);
        try {
            Fault fault = Fault.valueOf(query.getOrDefault("fault", "").toUpperCase(Locale.ROOT));
            faults.next(fault, Integer.parseInt(query.getOrDefault("requests", "1")));
            exchange.sendResponseHeaders(204, -1);
        } catch (IllegalArgumentException _) {
            String usage = "fault is one of %s, requests a number\n".formatted(Arrays.toString(Fault.values()));
            SimulatorServer.answer(exchange, 400, "text/plain", usage.getBytes(StandardCharsets.UTF_8));
        }
    }
}
