// Shows the dates of a line only where « Modifier » is chosen.
for (const line of document.querySelectorAll("[data-lines] .line")) {
  const dates = line.querySelector("details");
  const show = () => {
    dates.hidden = line.querySelector("input:checked")?.value !== "change";
    dates.open = !dates.hidden;
  };
  line.addEventListener("change", show);
  show();
}
