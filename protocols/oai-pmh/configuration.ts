import { z } from 'zod';
import { DomainError } from '#runtime/errors';

const domainName = /^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+$/;

const configuration = z.object({
  /** Address of the portal; the repository is at `/oai` below it. */
  publicBaseUrl: z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, '')),
  /** Domain name in the identifiers `oai:<repositoryIdentifier>:<id>` (guidelines for the oai-identifier format); frozen. */
  repositoryIdentifier: z.string().regex(domainName, 'must look like a domain name'),
  repositoryName: z.string().min(1),
  adminEmail: z
    .email()
    .refine((address) => !/@(localhost|127\.)/i.test(address), 'must be an address that mail reaches'),
  /** Signs the resumption tokens; must stay the same over restarts. */
  tokenSecret: z.string().min(1).optional(),
});

export type OaiPmhConfiguration = {
  publicBaseUrl: string;
  repositoryIdentifier: string;
  repositoryName: string;
  adminEmail: string;
  tokenSecret?: string | undefined;
};

/**
 * Checks what the server was given for OAI-PMH.
 * @throws DomainError `invalid`: which is wrong and why
 */
export function checkConfiguration(given: OaiPmhConfiguration): z.infer<typeof configuration> {
  const parsed = configuration.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
  throw new DomainError('invalid', `The configuration of OAI-PMH is wrong. ${sentences.join(' ')}`);
}
