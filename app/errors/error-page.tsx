import { isRouteErrorResponse, Link } from 'react-router';
import type { Messages } from '../locales/index.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { type ErrorData, isErrorData } from './error-data.ts';

/** The page of an error: what happened, in words, and where to go from here. */
export function ErrorPage({ error }: { error: unknown }) {
  const messages = useMessages();
  const locale = useLocale();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const details: ErrorData | undefined =
    isRouteErrorResponse(error) && isErrorData(error.data) ? error.data : undefined;
  const [title, text] = wordsFor(status, messages);
  return (
    <main id="content" className="column py-12 md:py-20">
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <p className="lettered text-lg">{status}</p>
      <h1 className="mt-1 text-4xl md:text-5xl">{details?.tombstone?.title ?? title}</h1>
      {details?.tombstone && <p className="mt-4 text-xl font-medium">{title}</p>}
      <p className="prose mt-4 text-lg">{text}</p>
      {/* What went wrong is told in English; other languages have the words of the status. */}
      {locale === 'en' && details?.message && status !== 404 && status !== 403 && (
        <p className="prose mt-4">{details.message}</p>
      )}
      {details?.tombstone && <Tombstone {...details.tombstone} />}
      {details?.alternatives && (
        <ul className="mt-4 list-disc pl-5">
          {details.alternatives.map(({ title: name, url }) => (
            <li key={url}>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-8 flex flex-wrap gap-3" data-screen-only="">
        <Link to="/search" className="button" data-strong="">
          {messages.errors.searchInstead}
        </Link>
        <Link to="/" className="button">
          {messages.errors.backHome}
        </Link>
      </p>
    </main>
  );
}

function Tombstone({ citation, reason, since }: NonNullable<ErrorData['tombstone']>) {
  const { errors, recordPage } = useMessages();
  return (
    <dl className="prose mt-6 border-l-2 border-overprint pl-5">
      {reason && (
        <>
          <dt className="lettered">{errors.goneReason}</dt>
          <dd className="mb-3">{reason}</dd>
        </>
      )}
      <dt className="lettered">{errors.goneSince}</dt>
      <dd className="mb-3">{since}</dd>
      <dt className="lettered">{recordPage.citation}</dt>
      <dd>{citation}</dd>
    </dl>
  );
}

function wordsFor(status: number, { errors }: Messages): [title: string, text: string] {
  if (status === 404) return [errors.notFound, errors.notFoundText];
  if (status === 403) return [errors.forbidden, errors.forbiddenText];
  if (status === 410) return [errors.gone, errors.goneText];
  if (status === 406) return [errors.notAcceptable, errors.notAcceptableText];
  if (status >= 502 && status <= 504) return [errors.unavailable, errors.unavailableText];
  if (status >= 500) return [errors.fault, errors.faultText];
  return [errors.invalid, ''];
}
