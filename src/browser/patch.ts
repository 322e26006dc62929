import { attributesOf, type Part, partsOf, unescaped } from './parts.ts';

/**
 * Makes what stands in an element the same as the markup and touches only what differs: parsing a whole answer and
 * laying it out anew at every keystroke costs more than all the rest, and mostly a few words change. What was opened
 * stays open, what is focused keeps the focus.
 */
export function patch(root: Element, markup: string): void {
  const last = drawn.get(root);
  if (last?.markup === markup) return;
  const parts = partsOf(markup, last?.parts);
  const opened = [...root.querySelectorAll('details[id][open]')].map(({ id }) => id);
  patchParts(root, last?.parts ?? standingIn(root), parts);
  for (const id of opened) root.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '');
  drawn.set(root, { markup, parts });
}

/** What was last drawn: reading it from the page at every keystroke would cost more than drawing. */
const drawn = new WeakMap<Element, { markup: string; parts: Part[] }>();

function standingIn(root: Node): Part[] {
  return [...root.childNodes].map((node) => ({
    name: node instanceof Element ? node.localName : node.nodeType === Node.TEXT_NODE ? '' : '#other',
    children: standingIn(node),
    node,
  }));
}

/** Part by part in their order, as they were read: a part that is the very same is where it should be. */
function patchParts(root: Element, before: readonly Part[], after: readonly Part[]): void {
  for (const [index, part] of after.entries()) {
    const old = before[index];
    if (old === part) continue;
    if (old?.node === undefined) root.append(create(part, root));
    else if (old.name === part.name && idOf(old) === idOf(part)) patchPart(old, part);
    else old.node.replaceWith(create(part, root));
  }
  for (const { node } of before.slice(after.length)) node?.remove();
}

function idOf({ written, name, node }: Part): string | undefined {
  if (name === '') return undefined;
  return written === undefined ? (node as Element).id || undefined : / id="([^"]*)"/.exec(written)?.[1];
}

function patchPart(old: Part, part: Part): void {
  const { node } = old;
  part.node = node;
  if (node instanceof Element) {
    if (old.written !== part.written) patchAttributes(node, attributesOf(part));
    patchParts(node, old.children, part.children);
  } else if (node && old.written !== part.written) {
    const text = unescaped(part.written ?? '');
    if (node.nodeValue !== text) node.nodeValue = text;
  }
}

/** Whether something stands open is for the reader to say. */
function patchAttributes(element: Element, wanted: Map<string, string>): void {
  for (const name of element.getAttributeNames()) {
    if (!wanted.has(name) && name !== 'open') element.removeAttribute(name);
  }
  for (const [name, value] of wanted) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function create(part: Part, root: Element): ChildNode {
  const { name, written = '', children } = part;
  if (name === '') {
    part.node = document.createTextNode(unescaped(written));
    return part.node;
  }
  const space = name === 'svg' || root.namespaceURI === SVG ? SVG : HTML;
  const element = document.createElementNS(space, name);
  part.node = element;
  for (const [attribute, value] of attributesOf(part)) element.setAttribute(attribute, value);
  for (const child of children) element.append(create(child, element));
  return element;
}

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
