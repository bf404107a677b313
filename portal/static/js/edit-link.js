// For the staff: a link from the public page to the museum's space. The page is the same for everybody; only a
// browser that has signed in asks, and only those who may edit get an answer.
const place = document.querySelector("[data-edit]")
if (place && /(?:^|; )atelier=1/.test(document.cookie)) {
  const answer = await fetch(place.dataset.edit, { headers: { Accept: "application/json" } }).catch(() => null)
  const { address } = answer?.ok && !answer.redirected ? await answer.json() : {}
  if (address) {
    place.querySelector("a").href = address
    place.hidden = false
  }
}
