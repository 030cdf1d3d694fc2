package dev.medley.standins.cognito;

import java.util.List;

/** InitiateAuth and RespondToAuthChallenge, for users and for administrators. */
final class AuthOperations implements OperationGroup {

    private final UserPool pool;
    private final AppClients clients;
    private final PasswordSignIn passwords;
    private final SrpSignIn srp;
    private final TokenRefresher refresher;
    private final NewPasswordChallenge newPassword;
    private final CustomSignIn custom;
    private final UnitOfWork work;

    AuthOperations(
            UserPool pool,
            AppClients clients,
            PasswordSignIn passwords,
            SrpSignIn srp,
            TokenRefresher refresher,
            NewPasswordChallenge newPassword,
            CustomSignIn custom,
            UnitOfWork work) {
        this.pool = pool;
        this.clients = clients;
        this.passwords = passwords;
        this.srp = srp;
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
        if (flow == AuthFlow.ADMIN_USER_PASSWORD_AUTH || flow == AuthFlow.ADMIN_NO_SRP_AUTH) {
            throw CognitoError.invalidParameter("Initiate Auth method not supported.");
        }
        return begin(flow, client, input);
    }

    private AuthOutcome adminInitiate(Input input) {
        pool.require(input);
        AppClient client = clients.require(input);
        AuthFlow flow = AuthFlow.of(input);
        if (flow == AuthFlow.USER_PASSWORD_AUTH) {
            throw flow.notEnabled();
        }
        return begin(flow, client, input);
    }

    private AuthOutcome begin(AuthFlow flow, AppClient client, Input input) {
        flow.requireEnabled(client);
        AuthParameters parameters = AuthParameters.ofRequest(input);
        return switch (flow) {
            case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH ->
                work.run(() -> passwords.signIn(client, parameters));
            case REFRESH_TOKEN_AUTH, REFRESH_TOKEN -> work.run(() -> refresher.refresh(client, parameters));
            case USER_SRP_AUTH -> srp.start(client, parameters);
            case CUSTOM_AUTH -> custom.start(client, parameters, TriggerContext.withoutMetadata(client));
            case USER_AUTH -> throw flow.notEnabled();
        };
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
            case PasswordVerifier.NAME -> srp.answer(client, responses, TriggerContext.of(client, input));
            case CustomSignIn.CHALLENGE ->
                custom.answer(client, input.text("Session"), responses, TriggerContext.of(client, input));
            default -> throw CognitoError.invalidParameter("Challenge " + challenge + " is not open for this client");
        };
    }
}
