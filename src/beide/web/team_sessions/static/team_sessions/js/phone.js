// A phone in a session: the keys 1 to 5, and an answer that waits for the network.

import { following, isConnected, now, onMessage, refresh, say, send, swap } from "./follow.js";

const RETRY = 3000;
const TOO_LONG = 8000;
const KEPT = `beide.kept.session-${following.dataset.page}`;
const words = following.dataset;
const WENT = new Set(["new", "already"]);

const storage = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
})();

// Also without storage an answer waits, as long as the page is open.
let waiting = null;
let timer = null;
let number = 0;
let underWay = null;

const form = () => document.getElementById("answering");

const read = () => {
  try {
    return waiting ?? JSON.parse(storage?.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
};

const keep = (fields) => {
  waiting = fields;
  try {
    storage?.setItem(KEPT, JSON.stringify(fields));
  } catch {
    // A full or closed storage: the answer waits in the page.
  }
};

const forget = () => {
  waiting = null;
  underWay = null;
  clearTimeout(timer);
  storage?.removeItem(KEPT);
};

const placeOf = (fields) => `${fields.place}-${fields.round}-${fields.position}`;

const mark = (value) => {
  if (!form()) return;
  [...document.querySelectorAll('[name="value"]')].forEach((button) =>
    button.toggleAttribute("data-kept", button.value === value));
};

const ready = () => {
  const keys = document.getElementById("asking-keys");
  if (keys) keys.hidden = false;
  now().toggleAttribute("data-keys", true);
};

// What became of an answer, with what there is to see now.
const taken = (what, html) => {
  const kept = read();
  const waited = kept?.waited && WENT.has(what);
  forget();
  if (!html || !swap(html)) refresh();
  say(waited ? words.sent : "", { sent: true });
};

const wait = (text) => {
  const kept = read();
  if (!kept) return;
  keep({ ...kept, waited: true });
  mark(kept.value);
  say(text);
  underWay = null;
  clearTimeout(timer);
  timer = setTimeout(deliver, RETRY);
};

const post = async (kept) => {
  const fields = new FormData(form());
  const token = fields.get("csrfmiddlewaretoken") ?? "";
  const body = new URLSearchParams({ ...kept, csrfmiddlewaretoken: token });
  body.delete("waited");
  const page = new URL(words.answer, location.href);
  page.searchParams.set("fragment", "1");
  try {
    const answer = await fetch(page, { method: "POST", body, headers: { "X-CSRFToken": token } });
    if (answer.status >= 500) wait(words.failed);
    else if (answer.ok && !answer.redirected) taken("new", await answer.text());
    else {
      forget();
      location.reload();
    }
  } catch {
    wait(words.offline);
  }
};

const deliver = () => {
  const kept = read();
  if (!kept) return;
  if (!form() || placeOf(kept) !== now().dataset.place) {
    // The place has moved on: the answer arrived by another way, or came too late.
    forget();
    say("");
    return;
  }
  if (!navigator.onLine) {
    wait(words.offline);
    return;
  }
  mark(kept.value);
  if (isConnected()) {
    number += 1;
    underWay = number;
    const { waited, ...fields } = kept;
    send({ do: "answer", id: underWay, ...fields });
    const id = underWay;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (underWay === id) post(kept);
    }, TOO_LONG);
    return;
  }
  post(kept);
};

onMessage((said) => {
  if (said.id === undefined || said.id !== underWay) return;
  taken(said.taken, said.html);
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "answering") return;
  event.preventDefault();
  if (underWay !== null || !event.submitter) return;
  const fields = Object.fromEntries(new FormData(event.target));
  delete fields.csrfmiddlewaretoken;
  keep({ ...fields, value: event.submitter.value });
  deliver();
});

window.addEventListener("online", deliver);
window.addEventListener("offline", () => {
  if (read()) wait(words.offline);
});
document.addEventListener("session:connected", deliver);
document.addEventListener("session:shown", ready);

// Only while the statement has the focus, so that nobody's own keys are taken.
document.addEventListener("keydown", (event) => {
  const { key, altKey, ctrlKey, metaKey, repeat } = event;
  if (altKey || ctrlKey || metaKey || repeat || !/^[0-5]$/.test(key) || !form()) return;
  if (!now().contains(document.activeElement)) return;
  event.preventDefault();
  const value = key === "0" ? "unsure" : key;
  document.querySelector(`[name="value"][value="${value}"]`)?.click();
});

ready();
if (form()) document.getElementById("now-title").focus({ preventScroll: true });
if (read()) deliver();
