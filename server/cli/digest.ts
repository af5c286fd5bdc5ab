import { z } from 'zod';
import type { DigestFrequency, DigestLanguage } from '#harvesters/digest';
import { DomainError } from '#runtime/errors';
import { postmanOf } from '../digests.ts';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

/** `halocline digest preview`: what the letter of the last whole period says, and to whom it would go. */
export function previewDigest(
  sourceId: string,
  { language, html = false }: { language?: DigestLanguage; html?: boolean },
  output: Output,
): Promise<void> {
  return withHouse(async (house) => {
    const preview = await postmanOf(house).preview(sourceId, language);
    if (!preview) {
      output.line(
        'Nothing was summed up of this source before the end of the last period: there is no letter.',
      );
      return;
    }
    const { period, recipients, worth, subject, text } = preview;
    output.line(`Period: ${period.from} until ${period.until}, the latter not included`);
    output.line(`To: ${recipients.join(', ') || 'nobody: the source has no contact'}`);
    output.line(
      worth ? 'It would be sent.' : 'It would not be sent: there is nothing to say, or nobody to say it to.',
    );
    output.line(`Subject: ${subject}\n`);
    output.line(html ? preview.html : text);
  });
}

/** `halocline digest send`: sends what is due now, of one source or of all; who has the letter does not get it again. */
export function sendDigests(sourceId: string | undefined, output: Output): Promise<void> {
  return withHouse(async (house) => {
    const postman = postmanOf(house);
    const due = (await postman.due()).filter((one) => sourceId === undefined || one.sourceId === sourceId);
    if (sourceId !== undefined && due.length === 0)
      throw new DomainError(
        'conflict',
        `No digest of "${sourceId}" is wanted. Switch it on: halocline digest set ${sourceId} --every weekly`,
      );
    for (const one of due) output.line(`${one.sourceId}: sent to ${await postman.send(one)}`);
  });
}

export type DigestCommand = {
  every?: DigestFrequency | 'default';
  to?: string[];
  language?: DigestLanguage | 'default';
};

const address = z.email();

/** `halocline digest set`: how a source wants its digest. @throws DomainError `invalid` for what is no address */
export function setDigest(
  sourceId: string,
  { every, to, language }: DigestCommand,
  output: Output,
): Promise<void> {
  return withHouse(async (house) => {
    const postman = postmanOf(house);
    const { frequency, recipients, language: spoken } = await postman.settings(sourceId);
    const wrong = to?.find((one) => one !== 'default' && !address.safeParse(one).success);
    if (wrong !== undefined) throw new DomainError('invalid', `"${wrong}" is no e-mail address.`);
    const chosen = {
      frequency: every === 'default' ? undefined : (every ?? frequency),
      recipients: to?.includes('default') ? undefined : (to ?? recipients),
      language: language === 'default' ? undefined : (language ?? spoken),
    };
    await postman.change(sourceId, {
      ...(chosen.frequency ? { frequency: chosen.frequency } : {}),
      ...(chosen.recipients ? { recipients: chosen.recipients } : {}),
      ...(chosen.language ? { language: chosen.language } : {}),
    });
    output.line(
      `${sourceId}: ${chosen.frequency ?? `${house.config.digest} (default)`}, to ${chosen.recipients?.join(', ') ?? 'its contact'}, in ${chosen.language ?? 'its own language'}`,
    );
  });
}
