type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in one named input, or in the boxes and buttons that share a name. */
export interface NamedInput {
  name: string;
  fields: Field[];
  /** Boxes give the values ticked, between commas; buttons the one chosen. */
  read(): string;
  write(value: string): void;
  /** Whether it is a group of boxes, all of them ticked: the default, which no address needs to say. */
  isWhole(): boolean;
}

export function namedInputs(root: ParentNode): NamedInput[] {
  const byName = new Map<string, Field[]>();
  for (const field of root.querySelectorAll<Field>('input[name], textarea[name], select[name]')) {
    byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
  }
  return [...byName].map(([name, fields]) => ({ name, fields, ...accessOf(fields) }));
}

function accessOf(fields: Field[]): Pick<NamedInput, 'read' | 'write' | 'isWhole'> {
  const boxes = fields.filter(
    (field) => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type),
  ) as HTMLInputElement[];
  const [only] = fields;
  if (boxes.length === 0) {
    return {
      read: () => only?.value ?? '',
      write: (value) => {
        if (only && only.value !== value) only.value = value;
      },
      isWhole: () => false,
    };
  }
  const isGroup = boxes.length > 1 && boxes[0]?.type === 'checkbox';
  return {
    read: () =>
      boxes
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(','),
    write(value) {
      const wanted = value.split(',').map((part) => part.trim());
      for (const box of boxes) box.checked = wanted.includes(box.value);
    },
    isWhole: () => isGroup && boxes.every(({ checked }) => checked),
  };
}
