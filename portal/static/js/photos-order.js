// The order of the pictures by dragging; the buttons do the same without it. Pages with copies in the making look again.

const list = document.querySelector("[data-order]");
const form = list && document.getElementById(list.dataset.order);
let dragged = null;

const itemOf = (target) => target.closest?.("[data-order] > li");

if (form) {
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = itemOf(event.target);
    dragged?.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  list.addEventListener("dragover", (event) => {
    const over = itemOf(event.target);
    if (!dragged) return;
    event.preventDefault();
    for (const item of list.children) item.classList.toggle("is-over", item === over && item !== dragged);
  });
  list.addEventListener("drop", (event) => {
    const over = itemOf(event.target);
    if (!dragged) return;
    event.preventDefault();
    if (!over || over === dragged) return;
    const items = [...list.children];
    if (items.indexOf(dragged) < items.indexOf(over)) over.after(dragged);
    else over.before(dragged);
    form.requestSubmit();
  });
  list.addEventListener("dragend", () => {
    for (const item of list.children) item.classList.remove("is-dragged", "is-over");
    dragged = null;
  });
}

const isBusy = () => dragged || document.getElementById("photos")?.value;

if (document.querySelector("[data-waiting]") && !document.getElementById("refusees")) {
  setTimeout(() => isBusy() || location.replace(location.pathname), 5000);
}
