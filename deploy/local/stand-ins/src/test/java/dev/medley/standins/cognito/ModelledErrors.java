package dev.medley.standins.cognito;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/**
 * Watches every call of every test: an error must be one that the service's model lists for that very operation, which
 * the generated client declares in its {@code throws} clauses.
 */
final class ModelledErrors implements InvocationHandler {

    private final CognitoIdentityProviderClient client;

    private ModelledErrors(CognitoIdentityProviderClient client) {
        this.client = client;
    }

    static CognitoIdentityProviderClient watch(CognitoIdentityProviderClient client) {
        return (CognitoIdentityProviderClient) Proxy.newProxyInstance(
                ModelledErrors.class.getClassLoader(),
                new Class<?>[] {CognitoIdentityProviderClient.class},
                new ModelledErrors(client));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getTargetException();
            if (thrown instanceof CognitoIdentityProviderException error && !modelled(error, method)) {
                throw new AssertionError(
                        "%s does not model %s"
                                .formatted(
                                        method.getName(),
                                        error.awsErrorDetails().errorCode()),
                        error);
            }
            throw thrown;
        }
    }

    private static boolean modelled(CognitoIdentityProviderException error, Method method) {
        return error.getClass() != CognitoIdentityProviderException.class
                && List.of(method.getExceptionTypes()).contains(error.getClass());
    }
}
