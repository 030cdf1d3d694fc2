package dev.medley.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the platform to test methods; skips them where containers are wanted and cannot run. */
final class PlatformExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Containers.wanted() && !Containers.available()) {
            String reason = "SKIPPED: -Pcontainers needs Docker, and no engine answers";
            System.err.println(reason + ": " + test.getDisplayName());
            return ConditionEvaluationResult.disabled(reason);
        }
        return ConditionEvaluationResult.enabled("the platform can be started");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return TestPlatform.shared();
    }
}
