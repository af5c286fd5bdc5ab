import { isLocale, type Locale } from './index.ts';

export const localeCookie = 'lang';

/**
 * The language of a request: `?lang=`, then the cookie, then `Accept-Language` by quality (RFC 9110, 12.5.4), then English.
 */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  if (isLocale(asked)) return asked;
  const kept = cookieLocale(request);
  return kept ?? acceptedLocale(request.headers.get('accept-language')) ?? 'en';
}

/** The language that a visitor chose before, if any. */
export function cookieLocale(request: Request): Locale | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const kept = cookies.find(([name]) => name === localeCookie)?.[1];
  return isLocale(kept) ? kept : undefined;
}

function acceptedLocale(header: string | null): Locale | undefined {
  const ranges = (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { primary: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { primary } of ranges) if (isLocale(primary)) return primary;
  return undefined;
}
