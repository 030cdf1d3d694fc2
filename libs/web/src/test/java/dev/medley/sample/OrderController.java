package dev.medley.sample;

import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has an effect that can be counted. */
@RestController
class OrderController {

    record Order(String title) {}

    record PlacedOrder(long id, String title) {}

    private final JdbcClient jdbc;
    private final Gate gate;

    OrderController(JdbcClient jdbc, Gate gate) {
        this.jdbc = jdbc;
        this.gate = gate;
    }

    @PostMapping({"/orders", "/public/orders"})
    @Idempotent
    ResponseEntity<?> place(@RequestBody Order order, @RequestParam(defaultValue = "") String then) {
        long id = insert(order);
        return switch (then) {
            case "fail" -> throw ProblemException.of(ProblemCode.CONFLICT, "It failed after the effect.");
            case "refuse" -> ResponseEntity.badRequest().build();
            case "hold" -> {
                gate.hold();
                yield placed(id, order);
            }
            default -> placed(id, order);
        };
    }

    @PostMapping("/orders/strict")
    @Idempotent(required = true)
    ResponseEntity<PlacedOrder> placeStrictly(@RequestBody Order order) {
        return placed(insert(order), order);
    }

    @PostMapping("/orders/empty")
    @Idempotent
    ResponseEntity<Void> placeEmpty() {
        insert(new Order("empty"));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<PlacedOrder> placed(long id, Order order) {
        return ResponseEntity.created(URI.create("/orders/" + id))
                .eTag("\"1\"")
                .header("X-Once", "only")
                .body(new PlacedOrder(id, order.title()));
    }

    private long insert(Order order) {
        return jdbc.sql("INSERT INTO placed_order (title) VALUES (:title) RETURNING id")
                .param("title", order.title())
                .query(Long.class)
                .single();
    }
}
