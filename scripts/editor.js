// What the editor of the dashboards is made of, for esbuild (scripts/vendor_editor.py): no more than a text may hold.
export { Editor } from "@tiptap/core";
export { Document } from "@tiptap/extension-document";
export { Paragraph } from "@tiptap/extension-paragraph";
export { Text } from "@tiptap/extension-text";
export { Heading } from "@tiptap/extension-heading";
export { Bold } from "@tiptap/extension-bold";
export { Italic } from "@tiptap/extension-italic";
export { Link } from "@tiptap/extension-link";
export { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
export { Blockquote } from "@tiptap/extension-blockquote";
export { UndoRedo } from "@tiptap/extensions";
