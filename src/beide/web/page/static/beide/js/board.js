// Dragging a card on a board sends the same form as the card's menu. The menu is for everyone.

let moving = null;

const columnOf = (target) => target.closest?.(".board__column[data-stage]");

const unmark = () =>
  document
    .querySelectorAll(".board__column--over, .card--moving")
    .forEach((element) => element.classList.remove("board__column--over", "card--moving"));

const start = (event) => {
  moving = event.target.closest("[data-moves]");
  if (!moving) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", moving.id);
  moving.classList.add("card--moving");
};

const over = (event) => {
  const column = columnOf(event.target);
  if (!moving || !column) return;
  event.preventDefault();
  document
    .querySelectorAll(".board__column--over")
    .forEach((other) => other !== column && other.classList.remove("board__column--over"));
  column.classList.add("board__column--over");
};

const drop = (event) => {
  const column = columnOf(event.target);
  if (!moving || !column) return;
  event.preventDefault();
  const form = document.getElementById(moving.dataset.moves);
  const button = form?.querySelector(`button[name="stage"][value="${column.dataset.stage}"]`);
  if (button && columnOf(moving) !== column) button.click();
};

const end = () => {
  moving = null;
  unmark();
};

const prepare = () =>
  document.querySelectorAll("[data-moves]").forEach((card) => {
    card.draggable = true;
    card.querySelectorAll("a").forEach((link) => (link.draggable = false));
  });

prepare();
document.addEventListener("dragstart", start);
document.addEventListener("dragover", over);
document.addEventListener("drop", drop);
document.addEventListener("dragend", end);
document.addEventListener("htmx:afterSwap", prepare);

// After a move without a new page the focus is where it was: on the menu of the card that moved.
let sent = "";

document.addEventListener("submit", (event) => {
  sent = event.target.closest("[id^='card-']")?.id ?? "";
});
document.addEventListener("htmx:afterSettle", () => {
  const card = document.getElementById(sent);
  (card?.querySelector("summary") ?? card?.querySelector("a"))?.focus();
  sent = "";
});
