package dev.medley.sample;

import dev.medley.web.etag.ETags;
import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/things")
class ThingController {

    private static final int COUNT = 25;
    private static final long VERSION = 3;

    private final CursorCodec codec;

    ThingController(CursorCodec codec) {
        this.codec = codec;
    }

    @GetMapping
    Page<Integer> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) Thing.@Nullable Colour colour) {
        Cursors cursors = codec.forListing("things", colour);
        PageLimit size = PageLimit.of(limit);
        List<String> after = cursors.decode(cursor);
        int start = after == null ? 0 : Integer.parseInt(after.getFirst());
        List<Integer> rows = IntStream.rangeClosed(start + 1, COUNT)
                .limit(size.rowsToRead())
                .boxed()
                .toList();
        return Page.of(rows, size, last -> cursors.encode(List.of(Integer.toString(last))));
    }

    @PostMapping
    Thing create(@Valid @RequestBody Thing thing) {
        return thing;
    }

    @GetMapping("/{id}")
    ResponseEntity<UUID> get(@PathVariable UUID id, @RequestParam @Max(5) int depth) {
        return ResponseEntity.ok().eTag(ETags.of(VERSION)).body(Objects.requireNonNull(id, () -> "depth " + depth));
    }

    @PutMapping("/{id}")
    ResponseEntity<Void> change(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, VERSION);
        return ResponseEntity.noContent().header("X-Changed", id.toString()).build();
    }
}
