import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestAccounts, publicUrl, type TestAccounts, type TestBrowser } from './testing/index.ts';

let house: TestAccounts;
let ada: TestBrowser;
beforeEach(async () => {
  house = openTestAccounts();
  ada = await house.administrator();
});
afterEach(() => house.close());

const right = { email: 'ada@example.org', password: 'salt wedge estuary' };
const actor = (browser: TestBrowser) => house.accounts.actorOf(browser.request());
async function signIn(browser: TestBrowser, credentials = right): Promise<TestBrowser> {
  browser.keep(await house.accounts.signIn(browser.request('/account/sign-in'), credentials));
  return browser;
}

describe('signing in and out', () => {
  test('with the right password, the address in any case', async () => {
    const browser = await signIn(house.browser(), { ...right, email: ' ADA@example.org' });
    expect(await actor(browser)).toMatchObject({ kind: 'person', email: 'ada@example.org' });
  });

  test('a wrong password and an unknown address are answered alike', async () => {
    const said = [];
    for (const credentials of [
      { ...right, password: 'salt wedge delta' },
      { ...right, email: 'nobody@example.org' },
      { ...right, email: 'not an address' },
    ])
      said.push(await signIn(house.browser(), credentials).catch((error: Error) => error));
    expect(said[0]).toMatchObject({ code: 'unauthenticated' });
    expect(new Set(said.map(String)).size).toBe(1);
  });

  test('the cookie is for the server only, and for https where that is the address', async () => {
    const cookies = await house.accounts.signIn(house.browser().request(), right);
    expect(cookies.get('set-cookie')).toMatch(/^halocline\.session_token=.*HttpOnly.*SameSite=Lax/);
    expect(cookies.get('set-cookie')).not.toMatch(/Secure/);
    const secure = openTestAccounts({ publicUrl: 'https://catalogue.example.org' });
    await secure.administrator();
    const again = await secure.accounts.signIn(secure.browser().request(), right);
    expect(again.get('set-cookie')).toMatch(/^__Secure-halocline\.session_token=.*Secure/);
    const browser = secure.browser();
    browser.keep(again);
    expect(await secure.accounts.actorOf(browser.request())).toMatchObject({ kind: 'person' });
    secure.close();
  });

  test('a session that was there before is not taken over: each sign-in is a new one', async () => {
    const browser = await signIn(house.browser());
    const before = browser.cookie();
    await signIn(browser);
    expect(browser.cookie()).not.toBe(before);
  });

  test('a cookie that we did not sign is nobody', async () => {
    const forged = house.browser();
    forged.keep(new Headers({ 'set-cookie': 'halocline.session_token=abc.def' }));
    expect(await actor(forged)).toEqual({ kind: 'anonymous' });
    const tampered = house.browser();
    const [token = ''] = decodeURIComponent(ada.cookie()).split('=').slice(1).join('=').split('.');
    tampered.keep(new Headers({ 'set-cookie': `halocline.session_token=${token}.AAAA` }));
    expect(await actor(tampered)).toEqual({ kind: 'anonymous' });
  });

  test('signing out ends the session, also for a copy of the cookie', async () => {
    const copy = house.browser();
    copy.keep(new Headers({ 'set-cookie': ada.cookie() }));
    expect(await actor(copy)).toMatchObject({ kind: 'person' });
    ada.keep(await house.accounts.signOut(ada.request()));
    expect(ada.cookie()).toBe('');
    expect(await actor(copy)).toEqual({ kind: 'anonymous' });
  });

  test('another site can neither sign in nor out', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const sent = [
      house.accounts.signIn(house.browser().request('/', foreign), right),
      house.accounts.signOut(ada.request('/', foreign)),
      house.accounts.forgotPassword(house.browser().request('/', foreign), right.email),
    ];
    for (const one of sent) await expect(one).rejects.toMatchObject({ code: 'forbidden' });
    expect(await actor(ada)).toMatchObject({ kind: 'person' });
  });
});

describe('guessing', () => {
  const wrong = { ...right, password: 'salt wedge delta' };
  const codes = async (times: number, browser: (time: number) => TestBrowser) => {
    const said: string[] = [];
    for (let time = 0; time < times; time += 1)
      said.push(
        await signIn(browser(time), wrong).then(
          () => 'in',
          (error: { code: string }) => error.code,
        ),
      );
    return said;
  };

  test('from one address is slowed down, whatever the request says of its address', async () => {
    const said = await codes(12, (time) => {
      const browser = house.browser('198.51.100.7');
      return {
        ...browser,
        request: (path) =>
          browser.request(path, {
            'x-forwarded-for': `203.0.113.${time}`,
            'x-halocline-client-address': `203.0.113.${time}`,
          }),
      };
    });
    expect(said.filter((code) => code === 'unauthenticated')).toHaveLength(10);
    expect(said.slice(10)).toEqual(['rate-limited', 'rate-limited']);
    await signIn(house.browser('198.51.100.8'));
  });

  test('at one account from many addresses is slowed down too, for an hour', async () => {
    const said = await codes(31, (time) => house.browser(`203.0.113.${time}`));
    expect(said.slice(0, 30)).toEqual(Array(30).fill('unauthenticated'));
    expect(said[30]).toBe('rate-limited');
    await expect(signIn(house.browser('203.0.113.99'))).rejects.toMatchObject({ code: 'rate-limited' });
    house.wait(3_601_000);
    await signIn(house.browser('203.0.113.99'));
  });
});

describe('a forgotten password', () => {
  /** The letter is sent beside the answer, not before it. */
  async function resetToken(): Promise<string> {
    while (house.letters.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return /token=([\w-]+)/.exec(house.letters[0]?.text ?? '')?.[1] ?? '';
  }

  test('is replaced by a link, once; every session ends', async () => {
    await house.accounts.forgotPassword(house.browser().request(), right.email);
    const token = await resetToken();
    expect(house.letters[0]?.text).toContain(`${publicUrl}/account/password?token=`);
    const stored = JSON.stringify(await house.stores.accounts.listAudit({ limit: 100 }));
    expect(stored).not.toContain(token);
    await expect(
      house.accounts.resetPassword(house.browser().request(), token, 'short'),
    ).rejects.toMatchObject({ field: 'password' });
    await house.accounts.resetPassword(house.browser().request(), token, 'a halocline at dusk');
    expect(await actor(ada)).toEqual({ kind: 'anonymous' });
    await expect(signIn(house.browser())).rejects.toMatchObject({ code: 'unauthenticated' });
    await signIn(house.browser(), { ...right, password: 'a halocline at dusk' });
    await expect(
      house.accounts.resetPassword(house.browser().request(), token, 'another one entirely'),
    ).rejects.toMatchObject({ code: 'invalid', field: 'token' });
  });

  test('nobody learns whether an account is there', async () => {
    await house.accounts.forgotPassword(house.browser().request(), 'nobody@example.org');
    await house.accounts.forgotPassword(house.browser().request(), 'not an address');
    await house.accounts.forgotPassword(house.browser().request(), right.email);
    await resetToken();
    expect(house.letters.map((letter) => letter.to)).toEqual([right.email]);
  });
});

describe("one's own account", () => {
  test('the password is changed with the current one; other sessions end', async () => {
    const other = await signIn(house.browser());
    await expect(
      house.accounts.changePassword(ada.request(), 'wrong password here', 'a halocline at dusk'),
    ).rejects.toMatchObject({ code: 'invalid', field: 'currentPassword' });
    ada.keep(await house.accounts.changePassword(ada.request(), right.password, 'a halocline at dusk'));
    expect(await actor(ada)).toMatchObject({ kind: 'person' });
    expect(await actor(other)).toEqual({ kind: 'anonymous' });
    await signIn(house.browser(), { ...right, password: 'a halocline at dusk' });
  });

  test('sessions are listed, without their tokens, and ended one by one', async () => {
    const other = await signIn(house.browser('198.51.100.9'));
    const me = await actor(ada);
    const sessions = await house.accounts.listSessions(me);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
    const elsewhere = sessions.find((session) => !session.current);
    expect(elsewhere).toMatchObject({ ipAddress: '198.51.100.9', userAgent: 'test' });
    const token = decodeURIComponent(other.cookie()).split('=')[1]?.split('.')[0] ?? '-';
    expect(JSON.stringify(sessions)).not.toContain(token);
    await house.accounts.endSession(me, elsewhere?.id ?? '');
    expect(await actor(other)).toEqual({ kind: 'anonymous' });
    expect(await actor(ada)).toMatchObject({ kind: 'person' });
    await expect(house.accounts.endSession(me, elsewhere?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(house.accounts.listSessions({ kind: 'anonymous' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

test('what has expired is forgotten, what has not stays', async () => {
  const me = await actor(ada);
  await house.accounts.invite(me, { email: 'grace@example.org', role: 'reader', scope: { kind: 'global' } });
  await house.accounts.forgetExpired();
  expect(await house.accounts.listSessions(me)).toHaveLength(1);
  expect(await house.accounts.listInvitations(me)).toHaveLength(1);
  house.wait(8 * 24 * 3_600_000);
  await house.accounts.forgetExpired();
  expect(await actor(ada)).toEqual({ kind: 'anonymous' });
  expect(await house.stores.accounts.listInvitations('2000-01-01T00:00:00Z')).toEqual([]);
});

describe('/api/auth', () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const text = JSON.stringify(body);
    return house.accounts.handler(
      new Request(`${publicUrl}/api/auth${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(text.length),
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        body: text,
      }),
    );
  };

  test('signs in', async () => {
    const answer = await post('/sign-in/email', right);
    expect(answer.status).toBe(200);
    const browser = house.browser();
    browser.keep(answer.headers);
    expect(await actor(browser)).toMatchObject({ kind: 'person' });
  });

  test('does nothing else than it must', async () => {
    for (const path of [
      '/sign-up/email',
      '/delete-user',
      '/update-user',
      '/get-session',
      '/list-sessions',
      '',
    ])
      expect((await post(path, right)).status, path).toBe(404);
    expect((await post('/sign-in/email', right, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/sign-in/email', right, { 'content-length': '1000000' })).status).toBe(413);
    expect((await post('/sign-in/email', { email: 5 })).status).toBe(400);
    expect((await house.accounts.handler(new Request(`${publicUrl}/api/auth/sign-out`))).status).toBe(405);
  });
});
