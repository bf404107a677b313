// Letters that a French keyboard lacks, written where the caret was in the field that was open last, else in the first.

const FIELDS = "textarea[lang=oc]";
const keys = document.querySelector("[data-accents]");
let last = document.querySelector(FIELDS);

function write(letters) {
  const { selectionStart: start, selectionEnd: end } = last;
  last.focus();
  last.setRangeText(letters, start, end, "end");
  last.dispatchEvent(new Event("input", { bubbles: true }));
}

if (keys && last) {
  keys.hidden = false;
  for (const button of keys.querySelectorAll("button")) {
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps its caret
    button.addEventListener("click", (event) => write(event.shiftKey ? button.value.toLocaleUpperCase("fr") : button.value));
  }
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(FIELDS)) last = event.target;
  });
}
