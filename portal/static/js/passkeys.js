// Passkeys (WebAuthn level 3): makes one, or signs in with one. The server asks, the browser's key answers.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
const known = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }))

async function send(address, token, body) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token }
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body ?? {}) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function plain(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) }
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part])
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {} }
}

async function signIn(button, token) {
  const asked = await send(button.dataset.ask, token)
  const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) }
  const credential = await navigator.credentials.get({ publicKey })
  const { address } = await send(button.dataset.answer, token, plain(credential))
  location.assign(address)
}

async function register(form, token) {
  const asked = await send(form.dataset.ask, token)
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials),
  }
  const credential = await navigator.credentials.create({ publicKey })
  const body = { name: form.elements.name.value, credential: plain(credential) }
  const { address } = await send(form.dataset.answer, token, body)
  location.assign(address)
}

function attempt(element, act) {
  const said = element.parentElement.querySelector("[data-passkey-error]") ?? element.querySelector("[data-passkey-error]")
  const token = element.closest("form").elements.csrf_token.value
  said.hidden = true
  act(element, token).catch(() => {
    said.textContent = element.dataset.refused
    said.hidden = false
  })
}

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.hidden = false
    button.addEventListener("click", () => attempt(button, signIn))
  }
  for (const form of document.querySelectorAll("[data-new-passkey]")) {
    form.hidden = false
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      attempt(form, register)
    })
  }
}
