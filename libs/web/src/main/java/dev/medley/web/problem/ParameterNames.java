package dev.medley.web.problem;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The name under which a client sends a controller method's parameter. */
final class ParameterNames {

    private ParameterNames() {}

    static String of(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return Stream.<@Nullable String>of(
                        query == null ? null : query.name(),
                        path == null ? null : path.name(),
                        header == null ? null : header.name())
                .filter(name -> name != null && !name.isEmpty())
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(), ""));
    }
}
