// A button beside each password that shows what is being typed.
for (const box of document.querySelectorAll(".pass")) {
  const input = box.querySelector("input")
  const button = document.createElement("button")
  button.type = "button"
  button.className = "btn btn--2 btn--s"
  button.setAttribute("aria-controls", input.id)
  const say = (shown) => {
    input.type = shown ? "text" : "password"
    button.textContent = shown ? box.dataset.hide : box.dataset.show
    button.setAttribute("aria-pressed", String(shown))
  }
  button.addEventListener("click", () => say(input.type === "password"))
  input.form?.addEventListener("submit", () => say(false))
  say(false)
  box.append(button)
}
