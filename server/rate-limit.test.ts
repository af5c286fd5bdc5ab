import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress, clientOf, rememberClient } from './client-address.ts';
import { createRateLimit } from './rate-limit.ts';

test('only hops written by trusted proxies are believed', () => {
  expect(clientAddress('10.0.0.1', '203.0.113.9', 0)).toBe('10.0.0.1');
  expect(clientAddress('10.0.0.1', 'spoofed, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(clientAddress('10.0.0.1', '203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  expect(clientAddress('10.0.0.1', undefined, 2)).toBe('10.0.0.1');
});

test('where a request came from comes along with a copy of it', () => {
  const request = new Request('http://localhost/', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(clientOf(request)).toBeUndefined();
  rememberClient(request, '192.0.2.1');
  expect(clientOf(new Request('http://localhost/other', { headers: request.headers }))).toBe('192.0.2.1');
});

test('a client that asks too fast is told how long to wait; others are not disturbed', async () => {
  const application = new Hono();
  application.use((context, next) => {
    rememberClient(context.req.raw, context.req.header('x-peer') ?? '');
    return next();
  });
  application.use(createRateLimit());
  application.get('/', (context) => context.text('ok'));
  const ask = (peer: string) => application.request('/', { headers: { 'x-peer': peer } });
  const statuses = [];
  for (let count = 0; count < 6100; count += 1) statuses.push((await ask('a')).status);
  expect(statuses.slice(0, 6000)).toEqual(Array(6000).fill(200));
  expect(statuses.at(-1)).toBe(429);
  expect(Number((await ask('a')).headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('b')).status).toBe(200);
});
