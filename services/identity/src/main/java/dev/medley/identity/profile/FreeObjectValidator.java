package dev.medley.identity.profile;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

final class FreeObjectValidator implements ConstraintValidator<FreeObject, Map<String, Object>> {

    private static final int MAX_BYTES = 8192;

    /** PostgreSQL's jsonb takes neither. A backslash before the escape would make it plain text. */
    private static final Pattern UNSTORABLE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000|\\p{Cs}");

    private final JsonMapper json;

    FreeObjectValidator(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean isValid(@Nullable Map<String, Object> value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = json.writeValueAsString(value);
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && !UNSTORABLE.matcher(text).find();
    }
}
