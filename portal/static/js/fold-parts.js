// On a telephone a long form is folded part by part: the first stays open, and every part where something is to be
// corrected. Without this script all are open.
const parts = [...document.querySelectorAll("details.part")];

function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target && target.closest("details.part");
  if (part && !part.open) {
    part.open = true;
    target.scrollIntoView();
  }
}

if (matchMedia("(max-width: 47.99rem)").matches) {
  parts.slice(1).forEach((part) => (part.open = "refused" in part.dataset || Boolean(part.querySelector("[aria-invalid]"))));
}
openTarget();
addEventListener("hashchange", openTarget);
