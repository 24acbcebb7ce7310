import net from 'node:net';

/** 网线: a way to the product that can be cut, for whatever goes over it: pages, scripts, workers. */
export type Wire = { readonly url: string; cut(): Promise<void>; mend(): Promise<void>; close(): Promise<void> };

export async function wireTo(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one) && other.destroy());
    }
  });
  const listen = (at: number) => new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const it of open) it.destroy();
    });
  await listen(0);
  const own = (server.address() as net.AddressInfo).port;
  return { url: `http://127.0.0.1:${own}`, cut, mend: () => listen(own), close: cut };
}
