// What a browser can add to the result: copying a link, and printing.

const reveal = (buttons) => buttons.forEach((button) => (button.hidden = false));

const copyButtons = document.querySelectorAll("[data-copies]");
if (navigator.clipboard) reveal(copyButtons);
copyButtons.forEach((button) => {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const link = document.getElementById(button.dataset.copies).textContent.trim();
    await navigator.clipboard.writeText(link);
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), 3000);
  });
  button.setAttribute("aria-live", "polite");
});

const printButtons = document.querySelectorAll("[data-prints]");
reveal(printButtons);
printButtons.forEach((button) => button.addEventListener("click", () => window.print()));
