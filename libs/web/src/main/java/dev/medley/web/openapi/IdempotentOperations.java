package dev.medley.web.openapi;

import dev.medley.web.idempotency.Idempotent;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes the header of {@link Idempotent} operations, which no method parameter shows. */
final class IdempotentOperations implements GlobalOperationCustomizer {

    static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Idempotent idempotent = method.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            Schema<String> key = new Schema<>();
            key.addType("string");
            key.setMinLength(1);
            key.setMaxLength(MAX_LENGTH);
            operation.addParametersItem(new HeaderParameter()
                    .name(HEADER)
                    .required(idempotent.required())
                    .description("A repeat under the same key within 24 hours gets the first answer again.")
                    .schema(key));
        }
        return operation;
    }
}
