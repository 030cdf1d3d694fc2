package dev.medley.standins.cognito;

import java.util.List;

/** InitiateAuth and RespondToAuthChallenge, for users and for administrators. */
final class AuthOperations implements OperationGroup {

    private final UserPool pool;
    private final AppClients clients;
    private final PasswordSignIn passwords;
    private final TokenRefresher refresher;
    private final NewPasswordChallenge newPassword;
    private final CustomSignIn custom;
    private final UnitOfWork work;

    AuthOperations(
            UserPool pool,
            AppClients clients,
            PasswordSignIn passwords,
            TokenRefresher refresher,
            NewPasswordChallenge newPassword,
            CustomSignIn custom,
            UnitOfWork work) {
        this.pool = pool;
        this.clients = clients;
        this.passwords = passwords;
        this.refresher = refresher;
        this.newPassword = newPassword;
        this.custom = custom;
        this.work = work;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("InitiateAuth", this::initiate).inStages(),
                Operation.open("RespondToAuthChallenge", this::respond).inStages(),
                Operation.signed("AdminInitiateAuth", this::adminInitiate).inStages(),
                Operation.signed("AdminRespondToAuthChallenge", this::adminRespond)
                        .inStages());
    }

    private AuthOutcome initiate(Input input) {
        AppClient client = clients.require(input);
        AuthFlow flow = AuthFlow.of(input);
        return switch (flow) {
            case USER_PASSWORD_AUTH -> password(client, input);
            case ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH ->
                throw CognitoError.invalidParameter("Initiate Auth method not supported.");
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, USER_SRP_AUTH, USER_AUTH ->
                common(flow, client, input);
        };
    }

    private AuthOutcome adminInitiate(Input input) {
        pool.require(input);
        AppClient client = clients.require(input);
        AuthFlow flow = AuthFlow.of(input);
        return switch (flow) {
            case ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH -> password(client, input);
            case USER_PASSWORD_AUTH -> throw flow.notEnabled();
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, USER_SRP_AUTH, USER_AUTH ->
                common(flow, client, input);
        };
    }

    private AuthOutcome common(AuthFlow flow, AppClient client, Input input) {
        AuthParameters parameters = AuthParameters.ofRequest(input);
        return switch (flow) {
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> work.run(() -> refresher.refresh(client, parameters));
            case CUSTOM_AUTH -> custom.start(client, parameters, TriggerContext.withoutMetadata(client));
            case USER_SRP_AUTH, USER_AUTH, USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH ->
                throw flow.notEnabled();
        };
    }

    private AuthOutcome password(AppClient client, Input input) {
        AuthParameters parameters = AuthParameters.ofRequest(input);
        return work.run(() -> passwords.signIn(client, parameters));
    }

    private AuthOutcome adminRespond(Input input) {
        pool.require(input);
        return respond(input);
    }

    private AuthOutcome respond(Input input) {
        AppClient client = clients.require(input);
        String challenge = input.text("ChallengeName");
        AuthParameters responses = AuthParameters.ofAnswer(input);
        return switch (challenge) {
            case NewPasswordChallenge.NAME ->
                work.run(() -> newPassword.answer(client, input.text("Session"), responses));
            case CustomSignIn.CHALLENGE ->
                custom.answer(client, input.text("Session"), responses, TriggerContext.of(client, input));
            default -> throw CognitoError.invalidParameter("Challenge " + challenge + " is not open for this client");
        };
    }
}
