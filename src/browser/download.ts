export interface Download {
  name: string;
  type: string;
  content: string;
}

/** Hands a file made in the page to the person using it. */
export function download({ name, type, content }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
