// The guide's page and the big screen: they follow the session, and keep the time.

import { now } from "./follow.js";

let left = null;
let stands = false;
let since = 0;

const spelled = (seconds) => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;

const tick = () => {
  const clock = now().querySelector("[data-clock]");
  if (!clock || left === null) return;
  const passed = stands ? 0 : Math.floor((performance.now() - since) / 1000);
  const seconds = Math.max(0, left - passed);
  if (clock.textContent !== spelled(seconds)) clock.textContent = spelled(seconds);
  clock.closest(".clock")?.toggleAttribute("data-over", seconds === 0);
};

const set = (seconds, isPaused) => {
  left = seconds;
  stands = isPaused;
  since = performance.now();
  tick();
};

const read = () => {
  const clock = now().querySelector("[data-clock]");
  if (clock) set(Number(clock.dataset.clock), clock.hasAttribute("data-stands"));
};

document.addEventListener("session:shown", read);
document.addEventListener("session:state", ({ detail }) => {
  if (typeof detail.seconds_left === "number") set(detail.seconds_left, detail.paused);
});
read();
setInterval(tick, 500);
