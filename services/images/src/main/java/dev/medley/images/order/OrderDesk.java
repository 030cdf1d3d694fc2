package dev.medley.images.order;

import dev.medley.contracts.RenditionRequested;
import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.library.Image;
import dev.medley.images.library.ImageStatus;
import dev.medley.images.library.Images;
import dev.medley.images.library.OrderedRendition;
import dev.medley.images.library.StoredRendition;
import dev.medley.images.settings.RenderSettings;
import dev.medley.images.settings.UserSettings;
import dev.medley.images.settings.WatermarkDesign;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders. */
@Component
class OrderDesk {

    private final Images images;
    private final RenditionOrders orders;
    private final UserSettings settings;
    private final ImageEngine engine;
    private final Outbox outbox;
    private final int maxRenditions;

    OrderDesk(
            Images images,
            RenditionOrders orders,
            UserSettings settings,
            ImageEngine engine,
            Outbox outbox,
            ImagesProperties properties) {
        this.images = images;
        this.orders = orders;
        this.settings = settings;
        this.engine = engine;
        this.outbox = outbox;
        this.maxRenditions = properties.maxRenditions();
    }

    /**
     * Orders a rendition, in place of one of the same name that failed.
     *
     * @return the name that it will have
     * @throws ProblemException not found; conflict while the image is not processed, and for a name that is taken or an
     *     image that has enough; invalid request for what the engine cannot do
     */
    @Transactional
    public String order(String ownerId, UUID imageId, CreateRenditionRequest request) {
        Image image = images.findForChange(imageId, ownerId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "Image not found"));
        if (image.status() != ImageStatus.PROCESSED) {
            throw conflict("Further renditions are made of processed images; this one is " + image.status() + ".");
        }
        requireFormat(request.format());
        RenderSettings base = image.renderSettings().orElseGet(settings::defaults);
        WatermarkDesign watermark = request.watermark() == null
                ? base.watermark()
                : settings.forRendition(ownerId, base.watermark(), request.watermark());
        OrderSpec spec = OrderSpec.of(request, watermark);
        String name = name(image, request, spec);
        UUID id = UUID.randomUUID();
        orders.insert(id, imageId, name, spec);
        outbox.publish(id.toString(), new RenditionRequested(id.toString(), imageId.toString(), image.uploadKey()));
        return name;
    }

    private void requireFormat(@Nullable OutputFormat format) {
        if (format != null && !engine.formats().contains(format)) {
            String accepted = engine.formats().stream()
                    .map(OutputFormat::wireName)
                    .sorted()
                    .collect(Collectors.joining(", "));
            String detail = "must be one of " + accepted;
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "/format " + detail + ".")
                    .withErrors(List.of(new ProblemError("/format", detail)));
        }
    }

    private String name(Image image, CreateRenditionRequest request, OrderSpec spec) {
        Set<String> taken = Stream.concat(
                        image.renditions().stream().map(StoredRendition::name),
                        image.ordered().stream()
                                .filter(OrderedRendition::awaitsMaking)
                                .map(OrderedRendition::name))
                .collect(Collectors.toSet());
        if (taken.size() >= maxRenditions) {
            throw conflict("The image has as many renditions as it can have: %d.".formatted(taken.size()));
        }
        String wanted = request.name();
        if (wanted != null) {
            if (taken.contains(wanted)) {
                throw conflict("The image has a rendition of the name %s.".formatted(wanted));
            }
            return wanted;
        }
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? spec.usualName() : spec.usualName() + "-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemCode.CONFLICT, detail);
    }
}
