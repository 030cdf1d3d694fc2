package dev.medley.images.pipeline;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.library.Image;
import dev.medley.images.settings.RenderSettings;
import dev.medley.images.settings.UserSettings;
import dev.medley.images.settings.WatermarkFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which renditions every image gets. */
@Component
class RenditionPlanner {

    private static final Dimensions THUMBNAIL = new Dimensions(400, 300);

    private static final List<Dimensions> LADDER =
            List.of(new Dimensions(800, 600), new Dimensions(1200, 900), new Dimensions(1920, 1080));

    private final UserSettings settings;
    private final WatermarkFactory watermarks;

    RenditionPlanner(UserSettings settings, WatermarkFactory watermarks) {
        this.settings = settings;
        this.watermarks = watermarks;
    }

    /** A plain thumbnail, the ladder as the image was announced, and where asked for the ladder without watermark. */
    List<RenditionSpec> plan(Image image) {
        RenderSettings wanted = image.renderSettings().orElseGet(settings::defaults);
        Watermark watermark = watermarks.create(image.ownerId(), wanted.watermark(), image.createdAt());
        List<RenditionSpec> specs = new ArrayList<>();
        specs.add(RenditionSpec.inside("thumbnail", THUMBNAIL, null));
        for (Dimensions box : LADDER) {
            specs.add(RenditionSpec.inside(name(box), box, watermark));
        }
        if (watermark != null && wanted.plainVariants()) {
            for (Dimensions box : LADDER) {
                specs.add(RenditionSpec.inside(name(box) + "-plain", box, null));
            }
        }
        return List.copyOf(specs);
    }

    private static String name(Dimensions box) {
        return box.width() + "x" + box.height();
    }
}
