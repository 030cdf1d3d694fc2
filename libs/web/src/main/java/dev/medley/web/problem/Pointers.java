package dev.medley.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;

/** Names the place of a fault in a request as a JSON pointer (RFC 6901). */
final class Pointers {

    private Pointers() {}

    /** Where Jackson stopped, from the root of the body. */
    static String of(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .map(Pointers::token)
                .collect(Collectors.joining());
    }

    /** A path as bean validation writes it, such as {@code tracks[2].title}. */
    static String ofField(String field) {
        if (field.isEmpty()) {
            return "";
        }
        return field.replace("]", "")
                .transform(path -> List.of(path.split("[.\\[]", -1)).stream())
                .map(Pointers::token)
                .collect(Collectors.joining());
    }

    /** A controller method's parameter; empty, the whole body, for the body itself. */
    static String of(MethodParameter parameter, String name) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return "";
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return "/path" + token(name);
        }
        return (parameter.hasParameterAnnotation(RequestHeader.class) ? "/header" : "/query") + token(name);
    }

    static String query(String name) {
        return "/query" + token(name);
    }

    static String header(String name) {
        return "/header" + token(name);
    }

    private static String token(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
