// One statement a screen: the keys 1 to 5, and an answer that waits for the network.

const RETRY = 4000;
const KEPT = `beide.kept.reflection-${location.pathname}`;

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
})();

// Also without storage an answer waits, as long as the page is open.
let waiting = null;
let retrying;

const asking = () => document.getElementById("asking");
const form = () => document.getElementById("answering");
const buttonFor = (value) =>
  [...form().elements].find((field) => field.type === "submit" && field.value === value);

// A click, because that is how htmx learns which button it was.
const press = (value) => buttonFor(value)?.click();

const read = () => {
  try {
    return waiting ?? JSON.parse(storage?.getItem(KEPT) ?? "null")?.fields ?? null;
  } catch {
    return null;
  }
};

const keep = (fields) => {
  waiting = fields;
  try {
    storage?.setItem(KEPT, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // A full or closed storage: the answer waits in the page.
  }
};

const forget = () => {
  waiting = null;
  clearInterval(retrying);
  storage?.removeItem(KEPT);
};

const say = (text, { sent = false } = {}) => {
  const line = document.getElementById("asking-kept");
  if (!line) return;
  line.toggleAttribute("data-sent", sent);
  if (line.textContent !== text) line.textContent = text;
};

const mark = (value) =>
  [...form().elements].forEach((field) =>
    field.toggleAttribute("data-kept", field.type === "submit" && field.value === value));

const placeOf = (fields) => `${fields.round}-${fields.position}`;

const send = () => {
  const kept = read();
  if (!kept || !navigator.onLine) return;
  // The place has moved on: the answer arrived by another way, or was taken back.
  if (placeOf(kept) !== asking().dataset.place) {
    forget();
    return;
  }
  press(kept.value);
};

const wait = (fields, text) => {
  keep(fields);
  mark(fields.value);
  say(text);
  clearInterval(retrying);
  retrying = setInterval(send, RETRY);
};

const isAnswer = (event) => event.target.id === "answering";

const fieldsOf = (event) => {
  const sent = event.detail.requestConfig.parameters;
  return { round: sent.round, position: sent.position, value: sent.value };
};

const ready = () => {
  const section = asking();
  section.toggleAttribute("data-keys", true);
  document.getElementById("asking-keys").hidden = false;
  document.getElementById("statement").focus({ preventScroll: true });
};

document.addEventListener("htmx:sendError", (event) => {
  if (isAnswer(event)) wait(fieldsOf(event), asking().dataset.offline);
  else say(asking().dataset.lost);
});

document.addEventListener("htmx:responseError", (event) => {
  if (isAnswer(event) && event.detail.xhr.status >= 500)
    wait(fieldsOf(event), asking().dataset.failed);
  else location.reload();
});

let arrived = false;
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status >= 400) return;
  arrived = isAnswer(event) && read() !== null;
  forget();
});

document.addEventListener("htmx:afterSwap", () => {
  ready();
  if (arrived) say(asking().dataset.sent, { sent: true });
  arrived = false;
});

window.addEventListener("online", send);

// Only while the statement has the focus, so that nobody's own keys are taken.
document.addEventListener("keydown", (event) => {
  const { key, altKey, ctrlKey, metaKey, repeat } = event;
  if (altKey || ctrlKey || metaKey || repeat || !/^[0-5]$/.test(key)) return;
  if (!asking().contains(document.activeElement)) return;
  event.preventDefault();
  press(key === "0" ? "unsure" : key);
});

ready();
const kept = read();
if (kept && placeOf(kept) === asking().dataset.place) {
  wait(kept, asking().dataset.offline);
  // After htmx has taken the form over.
  window.addEventListener("load", () => setTimeout(send, 0));
} else forget();
