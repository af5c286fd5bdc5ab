import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './security.ts';

const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

test('names each inline script by its hash, once, and no data block', () => {
  const policy = contentSecurityPolicy(
    '<script>a()</script><script type="module" async="">import "/x.js"</script><script>a()</script>' +
      '<script src="/b.js"></script><script type="application/ld+json">{}</script>',
  );
  expect(policy).toContain(`script-src 'self' ${hash('a()')} ${hash('import "/x.js"')};`);
});

test('is the same for the same page', () => {
  const page = '<script>1</script>';
  expect(contentSecurityPolicy(page)).toBe(contentSecurityPolicy(page));
  expect(contentSecurityPolicy(page)).not.toContain('nonce');
});
