// Puts an editor in the place of each text area that holds headings, lists and links, and says of every text how long
// it is. The server is the only one who reads: the notation, what is pasted, the length. Without this script, or
// without the network, the text areas stay as they are.
import { toolbarOf } from "./rich-text-bar.js";

const WAIT = 700;
const MOST_PASTED = 190_000;
const form = document.querySelector("form[data-read-again]");
const areas = [...form.querySelectorAll("textarea[data-rich]")];

async function readAgain(texts) {
  const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value, ...texts });
  const answer = await fetch(form.dataset.readAgain, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error("not read");
  return answer.json();
}

// Word writes its pictures and its styles along: they would be dropped anyway, and are too heavy to send.
function lightened(html) {
  const text = html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/gi, "").replace(/\ssrc=("|')data:[\s\S]*?\1/gi, "");
  return text.length > MOST_PASTED ? "" : text;
}

function extensionsOf(kit) {
  return [
    kit.Document,
    kit.Text,
    kit.Paragraph,
    kit.Heading.configure({ levels: [3, 4] }),
    kit.Bold,
    kit.Italic,
    kit.BulletList,
    kit.OrderedList,
    kit.ListItem.extend({ content: "paragraph (bulletList | orderedList)*" }),
    kit.ListKeymap,
    kit.Blockquote.extend({ content: "paragraph+" }),
    kit.UndoRedo,
    kit.Link.configure({ openOnClick: false, defaultProtocol: "https", HTMLAttributes: { rel: null, target: null } }),
  ];
}

function edit(kit, area, html) {
  const frame = document.createElement("div");
  frame.className = "rt";
  area.after(frame);
  const id = area.id;
  const label = form.querySelector(`label[for="${id}"]`);
  const attributes = {
    id,
    class: "rt-b words",
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": label.id,
    lang: area.lang,
    spellcheck: "true",
  };
  if (area.getAttribute("aria-describedby")) attributes["aria-describedby"] = area.getAttribute("aria-describedby");
  if (area.getAttribute("aria-invalid")) attributes["aria-invalid"] = "true";
  area.id = `${id}-brut`;
  area.hidden = true;
  label.removeAttribute("for");

  const editor = new kit.Editor({
    element: frame,
    injectCSS: false,
    extensions: extensionsOf(kit),
    content: html,
    editorProps: {
      attributes,
      // Before the editor looks at it: it would read the styles that the pages' policy refuses.
      handleDOMEvents: {
        paste(view, event) {
          const pasted = event.clipboardData?.getData("text/html");
          if (!pasted || pasted.includes("data-pm-slice")) return false;
          event.preventDefault();
          paste(view, lightened(pasted), event.clipboardData.getData("text/plain"));
          return true;
        },
      },
    },
    onUpdate() {
      area.value = editor.isEmpty ? "" : form.dataset.mark + editor.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });

  async function paste(view, pasted, plain) {
    let clean = "";
    try {
      if (pasted) clean = (await readAgain({ [area.name]: form.dataset.mark + pasted }))[area.name].html;
    } catch {
      // What cannot be read again is taken as plain words.
    }
    if (clean) view.pasteHTML(clean);
    else view.pasteText(plain);
  }

  frame.prepend(...toolbarOf(editor, id));
  label.addEventListener("click", () => editor.commands.focus());
}

function followLengths() {
  const timers = new Map();
  form.addEventListener("input", ({ target }) => {
    const place = target.dataset.guide && document.getElementById(target.dataset.guide);
    if (!place) return;
    clearTimeout(timers.get(target));
    const told = async () => {
      try {
        place.innerHTML = (await readAgain({ [target.name]: target.value }))[target.name].guide;
      } catch {
        // No network: the advice stays as it was.
      }
    };
    timers.set(target, setTimeout(told, WAIT));
  });
}

async function start() {
  followLengths();
  const texts = Object.fromEntries(areas.map((area) => [area.name, area.value]));
  const [kit, told] = await Promise.all([import(form.dataset.editor), readAgain(texts)]);
  document.querySelectorAll(".no-script").forEach((each) => (each.hidden = true));
  areas.filter((area) => told[area.name].html !== null || !area.value.trim()).forEach((area) => edit(kit, area, told[area.name].html ?? ""));
}

start();
