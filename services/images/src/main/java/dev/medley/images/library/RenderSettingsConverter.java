package dev.medley.images.library;

import dev.medley.images.settings.RenderSettings;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps an image's settings as JSON. */
@Converter
class RenderSettingsConverter implements AttributeConverter<@Nullable RenderSettings, @Nullable String> {

    private final JsonMapper json = new JsonMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable RenderSettings settings) {
        return settings == null ? null : json.writeValueAsString(settings);
    }

    @Override
    public @Nullable RenderSettings convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : json.readValue(text, RenderSettings.class);
    }
}
