import {fetchJson} from './platform.js';

const POLL_MILLIS = 2000;
const CODE = /\b\d{6}\b/;

let shown = -1;

/** The text with its six-digit code set off, if it holds one. */
function text(mail) {
  const paragraph = document.createElement('p');
  const found = CODE.exec(mail.text);
  if (!found) {
    paragraph.textContent = mail.text;
    return paragraph;
  }
  const code = document.createElement('span');
  code.className = 'code';
  code.textContent = found[0];
  paragraph.append(mail.text.slice(0, found.index), code, mail.text.slice(found.index + found[0].length));
  return paragraph;
}

function article(mail) {
  const article = document.createElement('article');
  article.className = 'mail';
  const subject = document.createElement('h3');
  subject.textContent = mail.subject;
  const envelope = document.createElement('div');
  envelope.className = 'note';
  envelope.textContent = `to ${mail.to}, ${new Date(mail.sentAt).toLocaleString()}`;
  article.append(subject, envelope, text(mail));
  return article;
}

function show(mails) {
  document.getElementById('count').textContent = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  if (mails.length !== shown) {
    shown = mails.length;
    document.getElementById('mails').replaceChildren(...mails.map(article));
  }
}

async function poll() {
  try {
    show(await fetchJson('/platform/mail'));
  } catch {
    document.getElementById('count').textContent = 'the platform is not running';
  }
  setTimeout(poll, POLL_MILLIS);
}

poll();
