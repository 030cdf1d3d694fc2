package dev.medley.standins.cognito;

import java.util.List;

/** InitiateAuth, AdminInitiateAuth and the answer to what they ask. */
final class AuthOperations implements OperationGroup {

    private final UserPool pool;
    private final AppClients clients;
    private final PasswordSignIn passwords;
    private final TokenRefresher refresher;
    private final NewPasswordChallenge newPassword;

    AuthOperations(
            UserPool pool,
            AppClients clients,
            PasswordSignIn passwords,
            TokenRefresher refresher,
            NewPasswordChallenge newPassword) {
        this.pool = pool;
        this.clients = clients;
        this.passwords = passwords;
        this.refresher = refresher;
        this.newPassword = newPassword;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("InitiateAuth", this::initiate),
                Operation.open("RespondToAuthChallenge", this::respond),
                Operation.signed("AdminInitiateAuth", this::adminInitiate));
    }

    private AuthOutcome initiate(Input input) {
        AppClient client = clients.require(input);
        AuthFlow flow = AuthFlow.of(input);
        AuthParameters parameters = new AuthParameters(input.parameters("AuthParameters"));
        return switch (flow) {
            case USER_PASSWORD_AUTH -> passwords.signIn(client, parameters);
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> refresher.refresh(client, parameters);
            case ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH ->
                throw CognitoError.invalidParameter("Initiate Auth method not supported.");
            case USER_SRP_AUTH, CUSTOM_AUTH, USER_AUTH -> throw flow.notEnabled();
        };
    }

    private AuthOutcome adminInitiate(Input input) {
        pool.require(input);
        AppClient client = clients.require(input);
        AuthFlow flow = AuthFlow.of(input);
        AuthParameters parameters = new AuthParameters(input.parameters("AuthParameters"));
        return switch (flow) {
            case ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH -> passwords.signIn(client, parameters);
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> refresher.refresh(client, parameters);
            case USER_PASSWORD_AUTH, USER_SRP_AUTH, CUSTOM_AUTH, USER_AUTH -> throw flow.notEnabled();
        };
    }

    private AuthOutcome respond(Input input) {
        AppClient client = clients.require(input);
        String challenge = input.text("ChallengeName");
        if (!challenge.equals(NewPasswordChallenge.NAME)) {
            throw CognitoError.invalidParameter("Challenge " + challenge + " is not open for this client");
        }
        AuthParameters responses = new AuthParameters(input.parameters("ChallengeResponses"));
        return newPassword.answer(client, input.text("Session"), responses);
    }
}
