import { Form, Link } from 'react-router';
import { useLocale } from '../locales/locale-context.tsx';
import type { AddSourceState } from './add-source.ts';
import { Line, Tick } from './form-fields.tsx';
import { HarvestNotice } from './harvest-notice.tsx';
import { NameFields } from './name-fields.tsx';
import { useDeskMessages } from './texts.ts';
import type { Way } from './ways.ts';

/** Adds a source that is no service of the web: an archive on this machine, a spreadsheet, a centre that sends. */
export function AddByWayPage({ way, state }: { way: Way; state: AddSourceState }) {
  const { harvestPages } = useDeskMessages();
  const { detect, form, ways } = harvestPages;
  const { url, allowPrivate, errors = {}, refused } = state;
  const { id, nameEn, nameFr } = state.values ?? { id: '', nameEn: '', nameFr: '' };
  const texts = ways[way];
  return (
    <>
      <p>
        <Link to="/admin/sources">{harvestPages.sources}</Link>
        {' › '}
        <Link to="/admin/add-source">{detect.title}</Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{texts.title}</h1>
      <p className="mt-2 max-w-[46rem]">{texts.text}</p>
      {way === 'spreadsheet' && <SpreadsheetNotes />}
      <HarvestNotice outcome={refused && { refused }} />
      <Form method="post" noValidate className="mt-6 grid max-w-[46rem] gap-5">
        <Line name="url" label={texts.place} hint={texts.hint} value={url} error={errors.url} required />
        {way === 'spreadsheet' && (
          <Tick
            name="allowPrivate"
            label={form.allowPrivate}
            hint={form.allowPrivateHint}
            checked={allowPrivate}
          />
        )}
        <NameFields values={{ nameEn, nameFr, id }} errors={errors} />
        <input type="hidden" name="protocol" value={way} />
        <button type="submit" name="intent" value="add" className="button justify-self-start" data-strong="">
          {detect.add}
        </button>
      </Form>
    </>
  );
}

function SpreadsheetNotes() {
  const { harvestPages } = useDeskMessages();
  const locale = useLocale();
  const { template, byCommand } = harvestPages.ways.spreadsheet;
  return (
    <>
      <p className="mt-3">
        <a href={`/templates/datasets.xlsx?lang=${locale}`} download>
          {template}
        </a>
      </p>
      <p className="mt-3 max-w-[46rem]">
        {byCommand}{' '}
        <code className="wrap-anywhere">
          npx halocline sources add ID /srv/datasets.xlsx --protocol spreadsheet
        </code>
      </p>
    </>
  );
}
