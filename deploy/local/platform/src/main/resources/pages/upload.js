import {fetchJson} from './platform.js';

const STEP_NAMES = {validation: 'validation', 'virus-scan': 'virus scan', rendering: 'rendering'};

const element = id => document.getElementById(id);
let token = '';

async function signIn() {
  const session = element('session');
  try {
    const facts = await fetchJson('/platform/facts');
    const answer = await fetchJson('/auth/signin', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(facts.demoUser),
    });
    token = answer.AccessToken;
    session.textContent = `signed in as ${facts.demoUser.email}`;
    session.className = 'pill up';
    element('file').disabled = false;
    // A minute before the token ends.
    setTimeout(signIn, (answer.expiresIn - 60) * 1000);
  } catch (error) {
    session.textContent = error.message;
    session.className = 'pill down';
  }
}

function announce(file) {
  return fetchJson('/upload', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`},
    body: JSON.stringify({fileName: file.name, fileType: file.type, fileSize: file.size}),
  });
}

/** Fetch tells nothing of an upload's progress. */
function send(file, ticket) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', ticket.uploadUrl);
    for (const [name, value] of Object.entries(ticket.headers)) {
      // The browser sets it, and lets nobody else.
      if (name.toLowerCase() !== 'content-length') {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = event => { element('progress').value = event.loaded / event.total; };
    request.onload = () => request.status === 200 ? resolve() : reject(new Error(`S3 answered ${request.status}`));
    request.onerror = () => reject(new Error('S3 could not be reached'));
    request.send(file);
  });
}

/** Reads the events of an image one by one; EventSource would send no access token. */
async function* events(imageId) {
  const response = await fetch(`/images/${imageId}/events`, {headers: {Authorization: `Bearer ${token}`}});
  if (!response.ok) {
    throw new Error(`the events answered ${response.status}`);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const lines = block.split('\n');
      const name = lines.find(line => line.startsWith('event:'))?.slice('event:'.length);
      if (name) {
        yield {name, data: JSON.parse(lines.filter(line => line.startsWith('data:')).map(line => line.slice(5)).join(''))};
      }
    }
  }
}

function showStatus(text, state = '') {
  element('status').textContent = text;
  element('status').className = `pill ${state}`;
}

function showProblem(text) {
  element('problem').hidden = !text;
  element('problem').textContent = text ?? '';
}

function stepItem(step) {
  const item = document.createElement('li');
  item.className = step.status;
  const millis = step.finishedAt ? new Date(step.finishedAt) - new Date(step.startedAt) : null;
  item.textContent = `${STEP_NAMES[step.name]}: ${step.status.toLowerCase()}`
    + (millis === null || step.status === 'SKIPPED' ? '' : ` in ${millis} ms`);
  return item;
}

function figure(rendition) {
  const figure = document.createElement('figure');
  const link = document.createElement('a');
  link.href = rendition.url;
  link.target = '_blank';
  link.rel = 'noopener';
  const picture = document.createElement('img');
  picture.src = rendition.url;
  picture.alt = rendition.name;
  link.append(picture);
  const caption = document.createElement('figcaption');
  const name = document.createElement('b');
  name.textContent = rendition.name;
  caption.append(name, ` ${rendition.width} × ${rendition.height}, ${Math.ceil(rendition.bytes / 1024)} KB`
    + (rendition.watermarked ? ', watermarked' : ''));
  figure.append(link, caption);
  return figure;
}

function show(image) {
  const state = {PROCESSED: 'up', REJECTED: 'down', FAILED: 'down', EXPIRED: 'down'}[image.status];
  showStatus(image.status.toLowerCase(), state);
  element('steps').replaceChildren(...image.steps.map(stepItem));
  showProblem(image.detail);
  element('renditions').replaceChildren(...image.renditions.map(figure));
  element('result').hidden = image.renditions.length === 0;
}

async function follow(imageId) {
  for await (const event of events(imageId)) {
    if (event.name === 'image') {
      show(event.data);
    } else {
      showStatus(event.name, 'down');
    }
  }
}

async function upload(file) {
  element('work').hidden = false;
  element('result').hidden = true;
  element('progress').value = 0;
  element('name').textContent = file.name;
  element('steps').replaceChildren();
  showProblem();
  showStatus('announcing');
  try {
    const ticket = await announce(file);
    const followed = follow(ticket.imageId);
    await send(file, ticket);
    await followed;
  } catch (error) {
    showStatus('stopped', 'down');
    showProblem(error.message);
  }
}

element('file').addEventListener('change', event => {
  if (event.target.files.length > 0) {
    upload(event.target.files[0]);
    event.target.value = '';
  }
});

const drop = element('drop');
drop.addEventListener('dragover', event => {
  event.preventDefault();
  drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  drop.classList.remove('over');
  if (token && event.dataTransfer.files.length > 0) {
    upload(event.dataTransfer.files[0]);
  }
});

signIn();
