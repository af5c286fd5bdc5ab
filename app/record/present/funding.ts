import type { Resource } from '#catalogue/model';
import type { Locale } from '../../locales/index.ts';
import { type PageText, pageText } from '../texts.ts';
import { webAddress } from './address.ts';
import { identifierAddress } from './provenance.ts';

export type FundingView = {
  funder: PageText & { href?: string };
  award?: PageText & { href?: string };
  number?: string;
};

/** Who paid, and for which award. */
export function fundingOf({ funding }: Resource, locale: Locale): FundingView[] {
  return funding.flatMap(({ funder, funderIdentifier, awardNumber, awardUri, awardTitle }) => {
    const title = pageText(awardTitle, locale);
    const name = pageText(funder, locale) ?? (funderIdentifier ? { text: funderIdentifier } : undefined);
    const first = name ?? title ?? (awardNumber ? { text: awardNumber } : undefined);
    if (!first) return [];
    const href = funderIdentifier ? identifierAddress(funderIdentifier) : undefined;
    const awardHref = webAddress(awardUri);
    const award = name && (title ?? (awardHref && awardNumber ? { text: awardNumber } : undefined));
    return [
      {
        funder: { ...first, ...(href ? { href } : {}) },
        ...(award ? { award: { ...award, ...(awardHref ? { href: awardHref } : {}) } } : {}),
        ...(awardNumber && award?.text !== awardNumber && first.text !== awardNumber
          ? { number: awardNumber }
          : {}),
      },
    ];
  });
}
