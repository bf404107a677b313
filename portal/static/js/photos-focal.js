// The point of interest by touching the picture; the two numbers do the same without it, and what is cut follows both.

const frame = document.querySelector("[data-focal]");
const crops = document.querySelector(".crops");
const [across, down] = ["across", "down"].map((id) => document.getElementById(id));

// As `portal.domain.media.crops.box` does.
const start = (whole, part, percent) => Math.max(0, Math.min(whole - part, Math.round((whole * percent) / 100 - part / 2)));

function show() {
  const [x, y] = [across.valueAsNumber, down.valueAsNumber];
  if (!(x >= 0 && x <= 100 && y >= 0 && y <= 100)) return;
  for (const circle of frame.querySelectorAll("circle")) {
    circle.setAttribute("cx", `${x}%`);
    circle.setAttribute("cy", `${y}%`);
  }
  const { width, height } = crops.dataset;
  for (const crop of crops.querySelectorAll("[data-ratio]")) {
    const ratio = Number(crop.dataset.ratio);
    const [w, h] = [Math.min(width, Math.round(height * ratio)), Math.min(height, Math.round(width / ratio))];
    crop.querySelector("svg").setAttribute("viewBox", `${start(width, w, x)} ${start(height, h, y)} ${w} ${h}`);
  }
}

if (frame && across) {
  frame.addEventListener("click", (event) => {
    const box = frame.getBoundingClientRect();
    across.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    down.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show();
  });
  across.addEventListener("input", show);
  down.addEventListener("input", show);
}
