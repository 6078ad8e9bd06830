// Keeps what someone types in <form data-keep="key"> on this device, until it is sent or a week old.

const PREFIX = "beide.kept.";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const words = document.getElementById("kept-words")?.dataset ?? {};

let signingOut = false;

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
})();

const keptKeys = () =>
  Object.keys(storage ?? {}).filter((name) => name.startsWith(PREFIX));

const read = (key) => {
  try {
    return JSON.parse(storage?.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
};

const write = (key, fields) => {
  try {
    storage?.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), fields }));
    return storage !== null;
  } catch {
    return false;
  }
};

const forget = (key) => storage?.removeItem(PREFIX + key);

const forgetOld = () =>
  keptKeys().forEach((name) => {
    const kept = read(name.slice(PREFIX.length));
    if (!kept || Date.now() - kept.at > WEEK) storage.removeItem(name);
  });

const isKept = (field) =>
  field.name &&
  field.name !== "csrfmiddlewaretoken" &&
  !field.closest("[data-not-kept]") &&
  !["hidden", "password", "file", "submit", "button", "reset", "image"].includes(field.type);

const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

const chosen = (select, property) =>
  [...select.options].filter((option) => option[property]).map((option) => option.value);

const valueNow = (field) => {
  if (isTicked(field)) return field.checked;
  return field.options ? chosen(field, "selected") : field.value;
};

const valueGiven = (field) => {
  if (isTicked(field)) return field.defaultChecked;
  return field.options ? chosen(field, "defaultSelected") : field.defaultValue;
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const setValue = (field, value) => {
  if (isTicked(field)) field.checked = value;
  else if (field.options)
    [...field.options].forEach((option) => (option.selected = value.includes(option.value)));
  else field.value = value;
};

const nameOf = (field) => (isTicked(field) ? `${field.name}=${field.value}` : field.name);

const changedFields = (form) =>
  [...form.elements]
    .filter((field) => isKept(field) && !same(valueNow(field), valueGiven(field)))
    .map((field) => [nameOf(field), { given: valueGiven(field), now: valueNow(field) }]);

// Only where the page still says what it said when the person typed: nobody else's change is undone.
const restore = (form, kept) => {
  let restored = false;
  for (const field of [...form.elements].filter(isKept)) {
    const saved = kept.fields[nameOf(field)];
    if (saved && same(saved.given, valueGiven(field)) && !same(saved.now, valueNow(field))) {
      setValue(field, saved.now);
      field.dispatchEvent(new Event("change", { bubbles: true }));
      restored = true;
    }
  }
  return restored;
};

const statusLine = (form) => {
  const line = document.createElement("p");
  line.className = "kept";
  line.setAttribute("role", "status");
  form.append(line);
  return line;
};

const say = (line, text) => {
  const span = document.createElement("span");
  span.textContent = text;
  line.replaceChildren(span);
};

const offerToForget = (form, line) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kept__forget";
  button.textContent = words.forget;
  button.addEventListener("click", () => {
    forget(form.dataset.keep);
    form.reset();
    line.replaceChildren();
  });
  line.append(button);
};

const keep = (form) => {
  const key = form.dataset.keep;
  const line = statusLine(form);
  let waiting;

  const save = () => {
    const fields = Object.fromEntries(changedFields(form));
    if (Object.keys(fields).length === 0) forget(key);
    else if (write(key, fields)) say(line, words.kept);
  };

  const kept = read(key);
  if (kept && restore(form, kept)) {
    say(line, words.restored);
    offerToForget(form, line);
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 300);
  });
  form.addEventListener("change", save);
  form.addEventListener("htmx:sendError", () => say(line, words.offline));
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    save();
    tellServer(form, key);
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    say(line, words.offline);
    window.addEventListener("online", () => say(line, words.online), { once: true });
  }, { capture: true });
  window.addEventListener("pagehide", () => {
    if (waiting && !signingOut) save();
  });
};

// The form says its key; the server answers with a cookie once it has taken the form in.
const tellServer = (form, key) => {
  const field = form.elements.namedItem("kept") ?? document.createElement("input");
  Object.assign(field, { type: "hidden", name: "kept", value: key });
  form.append(field);
};

const clearSent = () => {
  const sent = document.cookie.match(/(?:^|; )beide_sent=([\w-]+)/)?.[1];
  if (!sent) return;
  forget(sent);
  document.cookie = "beide_sent=; path=/; max-age=0; samesite=lax";
};

forgetOld();
clearSent();
document.querySelectorAll("form[data-keep]").forEach(keep);
document.addEventListener("htmx:afterSwap", (event) => {
  clearSent();
  event.target.querySelectorAll("form[data-keep]").forEach(keep);
});
// Signing out leaves nothing behind on a shared device.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-forget-kept]")) return;
  signingOut = true;
  keptKeys().forEach((name) => storage.removeItem(name));
});
