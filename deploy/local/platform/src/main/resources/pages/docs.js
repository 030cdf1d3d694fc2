import {fetchJson} from './platform.js';

/** The bearer scheme that every service's description names. */
const SCHEME = 'cognito';

const facts = await fetchJson('/platform/facts');
const session = document.getElementById('session');
let token = '';

function authorize() {
  if (token) {
    ui.preauthorizeApiKey(SCHEME, token);
  }
}

const ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: facts.services.map(name => ({name, url: `/platform/openapi/${name}`})),
  deepLinking: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  // Also after another service is chosen: each description starts without authorization.
  onComplete: authorize,
});

async function signIn() {
  session.textContent = 'signing in …';
  session.className = 'pill';
  try {
    const answer = await fetchJson('/auth/signin', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(facts.demoUser),
    });
    token = answer.AccessToken;
    authorize();
    session.textContent = `signed in as ${facts.demoUser.email}`;
    session.className = 'pill up';
    // A minute before the token ends.
    setTimeout(signIn, (answer.expiresIn - 60) * 1000);
  } catch (error) {
    session.textContent = error.message;
    session.className = 'pill down';
  }
}

document.getElementById('signin').addEventListener('click', signIn);
signIn();
