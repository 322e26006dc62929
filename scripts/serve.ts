import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { StaticSite } from './static-site.ts';

export interface FolderToServe {
  root: string;
  /** Where the site begins, such as `/` or `/kb/`. */
  base?: string;
  /** The first port to try, the next ones after it; 0 for any that is free. */
  port?: number;
}

export interface ServedFolder {
  url: string;
  close(): Promise<void>;
}

/** Serves a folder to this machine only, as a static host would. */
export async function serveFolder({ root, base = '/', port = 0 }: FolderToServe): Promise<ServedFolder> {
  const site = new StaticSite(root, base);
  const listener: RequestListener = async (request, response) => {
    const { status, headers, body } = await site.answer(request);
    response.writeHead(status, headers).end(body);
  };
  const servers = await listenOnFreePort(listener, port);
  return {
    url: `http://localhost:${portOf(servers)}${base}`,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/** "localhost" is either of these, as the browser pleases: a port is free when it is free on both. */
const LOOPBACKS = ['127.0.0.1', '::1'];
const LAST_PORT = 65_535;

async function listenOnFreePort(listener: RequestListener, first: number): Promise<Server[]> {
  for (let port = first; port <= LAST_PORT; port += first === 0 ? 0 : 1) {
    const servers = await listenOnLoopbacks(listener, port);
    if (servers) return servers;
  }
  throw new Error(`No port from ${first} to ${LAST_PORT} is free.`);
}

async function listenOnLoopbacks(listener: RequestListener, port: number): Promise<Server[] | undefined> {
  if (port !== 0 && (await isAnswered(port))) return undefined;
  const servers: Server[] = [];
  try {
    for (const host of LOOPBACKS) {
      const server = await listen(listener, host, servers.length > 0 ? portOf(servers) : port);
      if (server) servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map(close));
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  if (servers.length === 0) throw new Error('This machine has no loopback address to serve on.');
  return servers;
}

function listen(listener: RequestListener, host: string, port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', (error) => {
      const hasNoSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error));
      if (hasNoSuchAddress) resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host }, () => resolve(server));
  });
}

/** Some systems let us listen on one address of a port that another program has on all of them. */
async function isAnswered(port: number): Promise<boolean> {
  const answers = await Promise.all(LOOPBACKS.map((host) => accepts(host, port)));
  return answers.includes(true);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 300 });
    const settle = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(servers: readonly Server[]): number {
  const address = servers[0]?.address() as AddressInfo | undefined;
  return address?.port ?? 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
