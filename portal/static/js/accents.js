// Letters that a French keyboard lacks, written where the caret was in the field that was open last.

const keys = document.querySelector("[data-accents]");
let last = null;

function write(letters) {
  const { selectionStart: start, selectionEnd: end } = last;
  last.focus();
  last.setRangeText(letters, start, end, "end");
  last.dispatchEvent(new Event("input", { bubbles: true }));
}

if (keys) {
  const buttons = keys.querySelectorAll("button");
  keys.hidden = false;
  for (const button of buttons) {
    button.disabled = true;
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps its caret
    button.addEventListener("click", (event) => write(event.shiftKey ? button.value.toLocaleUpperCase("fr") : button.value));
  }
  document.addEventListener("focusin", (event) => {
    if (!event.target.matches("textarea[lang=oc]")) return;
    last = event.target;
    for (const button of buttons) button.disabled = false;
  });
}
