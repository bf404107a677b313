// The bar above a text: real buttons that say whether they are on, one stop of the Tab key and the arrows between
// them, and a line for the address of a link.

const ON = {
  title: (editor) => editor.isActive("heading", { level: 3 }),
  subtitle: (editor) => editor.isActive("heading", { level: 4 }),
  bold: (editor) => editor.isActive("bold"),
  italic: (editor) => editor.isActive("italic"),
  link: (editor) => editor.isActive("link"),
  bulletList: (editor) => editor.isActive("bulletList"),
  orderedList: (editor) => editor.isActive("orderedList"),
  blockquote: (editor) => editor.isActive("blockquote"),
};

const DO = {
  title: (chain) => chain.toggleHeading({ level: 3 }),
  subtitle: (chain) => chain.toggleHeading({ level: 4 }),
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  blockquote: (chain) => chain.toggleBlockquote(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};

function whole(address) {
  const typed = address.trim();
  if (!typed || /^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  return typed.includes("@") ? `mailto:${typed}` : `https://${typed}`;
}

function moveBetween(buttons, bar) {
  buttons.forEach((button, at) => (button.tabIndex = at ? -1 : 0));
  bar.addEventListener("keydown", (event) => {
    const here = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || here < 0) return;
    event.preventDefault();
    const next = buttons.at(to % buttons.length);
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
}

export function toolbarOf(editor, id) {
  const parts = document.getElementById("barre").content.cloneNode(true);
  const [bar, line] = parts.children;
  const input = line.querySelector("input");
  const buttons = [...bar.querySelectorAll("button")];
  bar.setAttribute("aria-controls", id);
  moveBetween(buttons, bar);

  function close() {
    line.hidden = true;
    editor.commands.focus();
  }

  function setLink() {
    const href = whole(input.value);
    if (href) {
      const chain = editor.chain().focus().extendMarkRange("link");
      if (editor.state.selection.empty && !editor.isActive("link")) {
        chain.insertContent({ type: "text", text: input.value.trim(), marks: [{ type: "link", attrs: { href } }] }).run();
      } else {
        chain.setLink({ href }).run();
      }
    }
    close();
  }

  function openLine() {
    input.value = editor.getAttributes("link").href ?? "";
    line.hidden = false;
    input.focus();
  }

  function press({ target }) {
    const deed = target.closest("button")?.dataset.do;
    if (deed === "link") line.hidden ? openLine() : close();
    else if (deed === "setLink") setLink();
    else if (deed === "unsetLink") {
      editor.chain().focus().extendMarkRange("link").unsetLink().run();
      close();
    } else if (deed) DO[deed](editor.chain().focus()).run();
  }

  [bar, line].forEach((part) => part.addEventListener("click", press));
  line.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") setLink();
    else close();
  });
  // What is typed of an address is not yet a text.
  line.addEventListener("input", (event) => event.stopPropagation());

  function show() {
    for (const button of buttons) {
      const isOn = ON[button.dataset.do];
      if (isOn) button.setAttribute("aria-pressed", String(isOn(editor)));
    }
  }
  editor.on("transaction", show);
  show();
  return [bar, line];
}
