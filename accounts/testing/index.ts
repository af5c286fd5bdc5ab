import { createAuthDatabase, createStores, type Stores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createLog } from '#runtime/log';
import type { Mail } from '#runtime/mail';
import { type Accounts, createAccounts, type SourcePlace } from '../index.ts';

export const publicUrl = 'http://localhost:3000';

/** A browser that keeps its cookies and sends forms as our own pages do. */
export type TestBrowser = {
  request(path?: string, headers?: Record<string, string>): Request;
  keep(cookies: Headers): void;
  cookie(): string;
};

export type TestAccounts = {
  accounts: Accounts;
  stores: Stores;
  letters: Mail[];
  /** Who owns which source, and which themes it is meant for; empty at first. */
  places: SourcePlace[];
  /** Moves the clock of our own code (not the library's). */
  wait(milliseconds: number): void;
  browser(address?: string): TestBrowser;
  /** Makes the first administrator and signs in. */
  administrator(): Promise<TestBrowser>;
  close(): void;
};

/** The room over a database in memory, with its letters kept. */
export function openTestAccounts(options: { publicUrl?: string } = {}): TestAccounts {
  const database = openTestDatabase();
  let later = 0;
  const clock = () => Date.now() + later;
  const stores = createStores(database, clock);
  const letters: Mail[] = [];
  const places: SourcePlace[] = [];
  const addresses = new WeakMap<Request, string>();
  const accounts = createAccounts({
    authDatabase: createAuthDatabase(database),
    store: stores.accounts,
    mail: { send: async (mail) => void letters.push(mail) },
    log: createLog('silent', 'test'),
    publicUrl: options.publicUrl ?? publicUrl,
    name: 'Halocline',
    secret: 'a secret of more than thirty-two characters',
    clientAddress: (request) => addresses.get(request),
    sourcePlaces: async () => places,
    clock,
  });

  const browser = (address = '192.0.2.1'): TestBrowser => {
    const jar = new Map<string, string>();
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      cookie,
      request(path = '/', headers = {}) {
        const request = new Request(`${publicUrl}${path}`, {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', cookie: cookie(), 'user-agent': 'test', ...headers },
        });
        addresses.set(request, address);
        return request;
      },
      keep(cookies) {
        for (const line of cookies.getSetCookie()) {
          const [pair = '', ...attributes] = line.split(';');
          const [name = '', value = ''] = [
            pair.slice(0, pair.indexOf('=')),
            pair.slice(pair.indexOf('=') + 1),
          ];
          if (attributes.some((attribute) => /max-age=0/i.test(attribute))) jar.delete(name);
          else jar.set(name, value);
        }
      },
    };
  };

  return {
    accounts,
    stores,
    letters,
    places,
    browser,
    wait: (milliseconds) => {
      later += milliseconds;
    },
    async administrator() {
      const token = new URL((await accounts.setupLink()) ?? '').searchParams.get('token') ?? '';
      const first = browser();
      first.keep(
        await accounts.acceptInvitation(first.request('/setup'), {
          token,
          name: 'Ada',
          email: 'ada@example.org',
          password: 'salt wedge estuary',
        }),
      );
      return first;
    },
    close: () => database.close(),
  };
}
