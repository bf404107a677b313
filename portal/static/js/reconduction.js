// Opens the dates of a line as « Modifier » is chosen, and closes them with another choice.
for (const line of document.querySelectorAll("[data-lines] .line")) {
  const dates = line.querySelector("details");
  line.addEventListener("change", ({ target }) => {
    if (target.type === "radio") dates.open = target.value === "change";
  });
}
