package dev.medley.images.order;

import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Images")
class OrderController {

    private final OrderDesk desk;

    OrderController(OrderDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/images/{id}/renditions")
    @Idempotent
    @Operation(
            summary = "Have a further rendition made of one of your images",
            description = "Rendered from the original. `Location` is the image: it lists the rendition under `ordered`"
                    + " and, once it is made, under `renditions`; `/images/{id}/events` follows it. One that failed"
                    + " stays under `ordered` until another of its name is ordered, and does not count towards the 24"
                    + " renditions that an image can have.")
    @ApiResponse(responseCode = "202", description = "Ordered")
    ResponseEntity<RenditionOrderedResponse> order(
            CurrentUser user, @PathVariable UUID id, @Valid @RequestBody CreateRenditionRequest request) {
        String name = desk.order(user.sub(), id, request);
        URI image = URI.create("/images/" + id);
        return ResponseEntity.accepted().location(image).body(new RenditionOrderedResponse(id, name, image));
    }
}
