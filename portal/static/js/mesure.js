// Tells the portal that this page was opened, or one of its links followed: a number grows by one. No cookie, nothing
// of the visitor; not a word of what was searched, only whether it was. Whoever asks not to be followed is not counted.
const page = document.querySelector("[data-mesure]")
const refused = navigator.globalPrivacyControl || navigator.doNotTrack === "1" || /(?:^|; )atelier=1/.test(document.cookie)

// What each parameter of a list says that one was looking for.
const CRITERIA = { ouvert: "ouvert", date: "ouvert", gratuit_pour: "gratuit", acces: "acces", abri: "abri", pres: "pres" }
const OTHERS = ["q", "theme", "departement", "commune", "label"]

function say(...words) {
  const message = new URLSearchParams({ musee: page.dataset.musee, langue: document.documentElement.lang })
  for (const word of words) message.append("quoi", word)
  navigator.sendBeacon(page.dataset.mesure, message)
}

function search() {
  const from = document.referrer && new URL(document.referrer)
  if (!from || from.origin !== location.origin || !/^\/(?:fr|oc)\/(?:musees|carte|recherche)\/$/.test(from.pathname)) return []
  const asked = [...from.searchParams].filter(([, value]) => value).map(([name]) => name)
  const criteria = [...new Set(asked.map((name) => CRITERIA[name]).filter(Boolean))]
  return criteria.length || asked.some((name) => OTHERS.includes(name)) ? ["recherche", ...criteria] : []
}

if (page && !refused && navigator.sendBeacon) {
  const opened = () => say("vue", ...search())
  if (document.prerendering) document.addEventListener("prerenderingchange", opened, { once: true })
  else opened()
  for (const type of ["click", "auxclick"]) {
    document.addEventListener(type, (event) => {
      const link = event.button < 2 && event.target.closest("a[data-suivi]")
      if (link) say(link.dataset.suivi)
    })
  }
}
