import {fetchJson} from './platform.js';

const POLL_MILLIS = 3000;

const facts = await fetchJson('/platform/facts');
const texts = {
  home: facts.home,
  email: facts.demoUser.email,
  password: facts.demoUser.password,
  curl: `TOKEN=$(curl -s ${location.origin}/auth/signin \\
  -H 'Content-Type: application/json' \\
  -d '{"email":"${facts.demoUser.email}","password":"${facts.demoUser.password}"}' \\
  | sed 's/.*"AccessToken":"\\([^"]*\\).*/\\1/')

curl ${location.origin}/users/me -H "Authorization: Bearer $TOKEN"`,
  aws: `eval "$(./medley env)"

aws sqs list-queues --endpoint-url "$AWS_ENDPOINT_URL_SQS"
aws s3 ls s3://medley-renditions --recursive
aws cognito-idp list-users --user-pool-id ${facts.userPoolId}
aws cognito-idp initiate-auth --auth-flow USER_PASSWORD_AUTH \\
  --client-id ${facts.clientId} \\
  --auth-parameters 'USERNAME=${facts.demoUser.email},PASSWORD=${facts.demoUser.password}'`,
};

for (const element of document.querySelectorAll('[data-fact]')) {
  element.textContent = texts[element.dataset.fact];
}
for (const id of ['curl', 'aws']) {
  document.getElementById(id).textContent = texts[id];
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(texts[button.dataset.copy]);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
}

function cell(row, content, className = '') {
  const cell = row.insertCell();
  cell.className = className;
  cell.append(content);
  return cell;
}

function address(text) {
  const code = document.createElement('code');
  code.textContent = text;
  return code;
}

function show(components) {
  const body = document.getElementById('components');
  body.replaceChildren();
  for (const component of components) {
    const row = body.insertRow();
    const dot = document.createElement('span');
    dot.className = component.up ? 'dot up' : 'dot down';
    dot.title = component.up ? 'up' : component.problem;
    dot.setAttribute('role', 'img');
    dot.setAttribute('aria-label', dot.title);
    cell(row, dot);
    cell(row, component.name, 'name');
    cell(row, component.up ? component.role : component.problem, component.up ? '' : 'problem');
    cell(row, address(component.address));
  }
  const down = components.filter(component => !component.up).length;
  overall(down === 0 ? 'all up' : `${down} down`, down === 0 ? 'up' : 'down');
}

function overall(text, state) {
  const pill = document.getElementById('overall');
  pill.textContent = text;
  pill.className = `pill ${state}`;
}

async function poll() {
  try {
    show(await fetchJson('/platform/health'));
  } catch {
    overall('the platform is not running', 'down');
  }
  setTimeout(poll, POLL_MILLIS);
}

poll();
