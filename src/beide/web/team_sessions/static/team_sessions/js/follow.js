// Follows a session: by socket, and by asking again and again when there is no socket.

const EVERY = 3000;
const LONGEST_WAIT = 15000;
const NOT_FOUND = 4404;

export const following = document.getElementById("following");
const addresses = following.dataset;

let socket = null;
let attempts = 0;
let asking = null;
let state = null;
let leaving = false;
const listeners = [];

// Something the server said that is not where the session stands.
export const onMessage = (listener) => listeners.push(listener);
export const now = () => document.getElementById("now");
export const isConnected = () => socket?.readyState === WebSocket.OPEN;

export const send = (message) => {
  if (!isConnected()) return false;
  socket.send(JSON.stringify(message));
  return true;
};

export const say = (text, { sent = false } = {}) => {
  const line = document.getElementById("kept");
  line.toggleAttribute("data-sent", sent);
  if (line.textContent !== text) line.textContent = text;
};

const counted = (name, people) => {
  following
    .closest("body")
    .querySelectorAll(`[data-count="${name}"]`)
    .forEach((place) => {
      if (place.textContent !== `${people}`) place.textContent = people;
    });
};

export const count = () => {
  if (!state) return;
  ["in", "ready", "agreed"].forEach((name) => {
    if (typeof state[name] === "number") counted(name, state[name]);
  });
  document.querySelectorAll("[data-progress]").forEach((bar) => {
    bar.max = Math.max(1, state.in);
    bar.value = state.ready ?? 0;
  });
  document.querySelectorAll("[data-few]").forEach((part) => {
    part.hidden = state.in >= Number(part.dataset.few);
  });
  document.querySelectorAll("[data-unready]").forEach((part) => {
    part.hidden = (state.ready ?? 0) >= Number(part.dataset.unready);
  });
  document.querySelectorAll("[data-from]").forEach((part) => {
    part.hidden = state.in < Number(part.dataset.from);
  });
  document.querySelectorAll("[data-when-all]").forEach((button) => {
    button.disabled = state.agreed < state.in;
  });
};

// Two pages are the same when only their tokens against forgery differ.
const meaning = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => field.remove());
  copy
    .querySelectorAll("[data-count], [data-clock], [data-progress]")
    .forEach((part) => part.replaceWith(""));
  copy.querySelectorAll("details").forEach((part) => part.removeAttribute("open"));
  return copy.innerHTML.replace(/\s+/g, " ");
};

// Put a new piece in the place of the old one, and bring the reader to its heading.
export const swap = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const next = holder.content.querySelector("#now");
  if (!next) return false;
  const before = now();
  const moved = before.dataset.page !== next.dataset.page || before.dataset.place !== next.dataset.place;
  if (!moved && meaning(before) === meaning(next)) {
    // What only a machine reads may differ: the version in hidden fields is part of the meaning.
    before.dataset.version = next.dataset.version ?? "";
    return true;
  }
  const focused = before.contains(document.activeElement);
  before.replaceWith(next);
  count();
  if (moved || focused) document.getElementById("now-title")?.focus({ preventScroll: true });
  if (moved) window.scrollTo({ top: 0 });
  document.dispatchEvent(new CustomEvent("session:shown"));
  return true;
};

let fetching = null;

export const refresh = async () => {
  if (fetching) return fetching;
  const page = new URL(addresses.page, location.href);
  page.searchParams.set("fragment", "1");
  fetching = fetch(page, { headers: { Accept: "text/html" } })
    .then(async (answer) => {
      if (answer.redirected || answer.status === 404 || answer.status === 403) location.reload();
      else if (answer.ok) swap(await answer.text());
    })
    .catch(() => {})
    .finally(() => {
      fetching = null;
    });
  return fetching;
};

const heard = (next) => {
  const before = state;
  state = next;
  // The first word may tell of something that happened while the page was under way.
  const behind = before
    ? before.version !== next.version || before.page !== next.page
    : !`${now().dataset.page}`.startsWith(next.page);
  if (document.getElementById("kept").textContent === addresses.lost) say("");
  count();
  document.dispatchEvent(new CustomEvent("session:state", { detail: next }));
  if (behind) refresh();
};

const ask = async () => {
  if (isConnected()) return;
  try {
    const answer = await fetch(addresses.state, { headers: { Accept: "application/json" } });
    if (answer.ok) heard(await answer.json());
    else if (answer.status === 404 || answer.status === 403) location.reload();
  } catch {
    if (!document.getElementById("kept").textContent) say(addresses.lost);
  }
};

const askInstead = () => {
  if (!asking) asking = setInterval(ask, EVERY);
};

const connect = () => {
  const address = new URL(addresses.socket, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    attempts = 0;
    clearInterval(asking);
    asking = null;
    document.dispatchEvent(new CustomEvent("session:connected"));
  });
  socket.addEventListener("message", ({ data }) => {
    const said = JSON.parse(data);
    if (said.state) heard(said.state);
    else listeners.forEach((listener) => listener(said));
  });
  socket.addEventListener("close", ({ code }) => {
    if (leaving) return;
    askInstead();
    if (code === NOT_FOUND) return;
    attempts += 1;
    const wait = Math.min(LONGEST_WAIT, 500 * 2 ** attempts) * (0.5 + Math.random());
    setTimeout(connect, wait);
  });
};

window.addEventListener("pagehide", () => {
  leaving = true;
});
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
window.addEventListener("online", ask);

connect();
