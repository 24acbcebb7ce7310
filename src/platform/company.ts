type Waiting<Order, Ended> = { readonly order: Order; readonly ended: PromiseWithResolvers<Ended> };

/** Longer statements are prepared no more often than they are used. */
const MOST_TOGETHER = 16;

/**
 * Does orders of one kind in company: who comes alone is done at once; who comes while a company is at work waits for the next, with everybody
 * who came meanwhile. `run` ends each of its orders for itself and never fails as a whole.
 */
export function inCompany<Order, Ended>(run: (orders: readonly Order[]) => Promise<readonly PromiseSettledResult<Ended>[]>) {
  const waiting: Waiting<Order, Ended>[] = [];
  let isCalled = false;
  const work = async () => {
    for (let company = waiting.splice(0, MOST_TOGETHER); company.length > 0; company = waiting.splice(0, MOST_TOGETHER)) {
      const ends = await run(company.map(({ order }) => order));
      for (const [i, { ended }] of company.entries()) {
        const end = ends[i]!;
        if (end.status === 'fulfilled') ended.resolve(end.value);
        else ended.reject(end.reason);
      }
    }
    isCalled = false;
  };
  return (order: Order): Promise<Ended> => {
    const ended = Promise.withResolvers<Ended>();
    waiting.push({ order, ended });
    // Whoever is read from the network in the same turn comes along.
    if (!isCalled) setImmediate(work);
    isCalled = true;
    return ended.promise;
  };
}
