/**
 * The rows of a log again and again, as the log of a busy number: the chats are others each time, and the times are
 * instants, as most systems write them. What only ever saw a short log is not compiled for what long ones bring.
 */
export async function longLog(file: File): Promise<File> {
  const [head = '', ...rows] = (await file.text()).trim().split('\n');
  let at = FIRST;
  const lines = Array.from({ length: TIMES * rows.length }, (_, k) => {
    const row = rows[k % rows.length] ?? '';
    at += ((k * 7919) % LONGEST_GAP) * 1000;
    const time = new Date(at).toISOString().slice(0, TIME);
    return `${time}Z${row.slice(TIME).replace('+', `+${Math.floor(k / rows.length)}`)}`;
  });
  return new File([[head, ...lines].join('\n')], file.name);
}

const TIMES = 20;
const FIRST = Date.UTC(2026, 0, 1);
/** Seconds; a prime, so that nothing looks regular. */
const LONGEST_GAP = 53;
/** How long the time is that a row begins with, to the second. */
const TIME = 19;
