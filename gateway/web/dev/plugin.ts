import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';
import { WebSocketServer } from 'ws';
import { addDemoData } from './demo';
import { FakeServer } from './fakeServer';

/** Serves the fake server at /ws of `npm run dev` and `vite preview`, so the page can be tried alone. */
export function fakeServerPlugin(): Plugin {
  return {
    name: 'parley-fake-server',
    configureServer: (server) => attach(server.httpServer as Server | null),
    configurePreviewServer: (server) => attach(server.httpServer as Server),
  };
}

function attach(http: Server | null): void {
  if (!http || process.env.VITEST) return;
  const fake = new FakeServer();
  addDemoData(fake);
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('parley.v1') ? 'parley.v1' : false),
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url !== '/ws') return;
    sockets.handleUpgrade(request, socket, head, (client) => {
      const connection = fake.connect(
        (text) => client.send(text),
        (code) => (code === 1006 ? client.terminate() : client.close(code)),
      );
      client.on('message', (data) => connection.onText(String(data)));
      client.on('close', () => connection.onClosed());
    });
  });
}
