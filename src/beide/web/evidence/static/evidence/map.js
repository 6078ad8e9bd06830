// The map as a picture: the browser draws the file that the server gives.

const TWICE = 2; // sharp on a good screen and in print

async function drawn(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * TWICE;
  canvas.height = image.naturalHeight * TWICE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function keep(picture, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function offer(within) {
  for (const link of within.querySelectorAll("[data-picture]")) link.hidden = false;
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-picture]");
  if (!link) return;
  event.preventDefault();
  keep(await drawn(link.href), link.dataset.picture);
});

document.addEventListener("htmx:afterSwap", (event) => offer(event.target.ownerDocument));
offer(document);
