/** One thing wrong, and where: a file, with line or key where there is one. */
export interface Fault {
  where: string;
  what: string;
}

/** Prints what a check has found and lets the process end with 1 if that is anything. */
export function reportFaults(checked: string, faults: readonly Fault[]): void {
  if (faults.length === 0) {
    console.log(`${checked}: no fault.`);
    return;
  }
  process.exitCode = 1;
  console.error(`${checked}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}.`);
  for (const [what, places] of byWhat(faults))
    console.error(`  ${what}\n${places.map((place) => `    ${place}\n`).join('')}`);
}

/** A fault in the frame of the pages is one sentence with many places, not many sentences. */
function byWhat(faults: readonly Fault[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { what, where } of faults) places.set(what, [...(places.get(what) ?? []), where]);
  return places;
}
