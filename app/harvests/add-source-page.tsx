import { useId } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import type { AddSourceState, FindingView } from './add-source.ts';
import { Line, Tick } from './form-fields.tsx';
import { HarvestNotice } from './harvest-notice.tsx';
import { NameFields } from './name-fields.tsx';
import { useDeskMessages } from './texts.ts';
import { ways } from './ways.ts';

type AddSourcePageProps = { state: AddSourceState };

/** Adds a source: its address first, then what was found there and how it shall be called. */
export function AddSourcePage({ state }: AddSourcePageProps) {
  const { harvestPages } = useDeskMessages();
  const { detect, form } = harvestPages;
  const busy = useNavigation().state !== 'idle';
  const { url, allowPrivate, findings, errors = {}, refused } = state;
  return (
    <>
      <p>
        <Link to="/admin/sources">{harvestPages.sources}</Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{detect.title}</h1>
      <p className="mt-2">{detect.lead}</p>
      <HarvestNotice outcome={refused && { refused }} />
      <Form method="post" noValidate className="mt-6 grid max-w-[46rem] gap-4">
        <Line name="url" label={form.url} hint={form.urlHint} value={url} error={errors.url} required />
        <Tick
          name="allowPrivate"
          label={form.allowPrivate}
          hint={form.allowPrivateHint}
          checked={allowPrivate}
        />
        <button
          type="submit"
          name="intent"
          value="detect"
          className="button justify-self-start"
          {...(findings ? {} : { 'data-strong': '' })}
          aria-disabled={busy}
        >
          {detect.look}
        </button>
      </Form>
      {findings ? <Found key={url} state={state} findings={findings} /> : <OtherWays />}
    </>
  );
}

/** Leads to the forms of sources that are no service of the web. */
function OtherWays() {
  const { harvestPages } = useDeskMessages();
  const texts = harvestPages.ways;
  return (
    <section aria-labelledby="ways" className="mt-10 max-w-[46rem]">
      <h2 id="ways" className="section-title">
        {texts.heading}
      </h2>
      <ul className="mt-3 space-y-3">
        {ways.map((way) => (
          <li key={way}>
            <Link to={`/admin/add-source?way=${way}`}>{texts[way].title}</Link>
            <p className="text-[0.9375rem] text-soft">{texts[way].text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ state, findings }: { state: AddSourceState; findings: readonly FindingView[] }) {
  const { harvestPages } = useDeskMessages();
  const { detect, form } = harvestPages;
  const { url, allowPrivate, errors = {} } = state;
  const { id, nameEn, nameFr, protocol } = state.values ?? { id: '', nameEn: '', nameFr: '', protocol: '' };
  const spoken = findings.filter(({ speaks }) => speaks);
  const others = findings.filter(({ speaks }) => !speaks);
  return (
    <section aria-labelledby="found" className="mt-10">
      <h2 id="found" className="section-title">
        {detect.found}
      </h2>
      {spoken.length === 0 && <p className="mt-3">{detect.nothing}</p>}
      <Form method="post" noValidate className="mt-4 grid gap-x-14 gap-y-8 lg:grid-cols-2">
        <input type="hidden" name="url" value={url} />
        {allowPrivate && <input type="hidden" name="allowPrivate" value="yes" />}
        {findings.map((finding) => (
          <Kept key={finding.protocol} finding={finding} />
        ))}
        <fieldset aria-describedby={errors.protocol && 'protocol-error'}>
          <legend className="font-medium">{form.protocol}</legend>
          {errors.protocol && (
            <p id="protocol-error" className="font-medium text-bad">
              {harvestPages.errors[errors.protocol]}
            </p>
          )}
          <div className="mt-2 grid gap-4">
            {spoken.map((finding, place) => (
              <Choice
                key={finding.protocol}
                finding={finding}
                chosen={protocol === finding.protocol}
                best={place === 0 && spoken.length > 1}
              />
            ))}
          </div>
          {others.length > 0 && (
            <details className="mt-4" open={spoken.length === 0}>
              <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline">
                {detect.others}
              </summary>
              <div className="mt-2 grid gap-4">
                {others.map((finding) => (
                  <Choice
                    key={finding.protocol}
                    finding={finding}
                    chosen={protocol === finding.protocol}
                    best={false}
                  />
                ))}
              </div>
            </details>
          )}
        </fieldset>
        <div className="grid content-start gap-5">
          <NameFields values={{ nameEn, nameFr, id }} errors={errors} />
          <button
            type="submit"
            name="intent"
            value="add"
            className="button justify-self-start"
            data-strong=""
          >
            {detect.add}
          </button>
        </div>
      </Form>
    </section>
  );
}

/** What was found goes along, so that a form that must be mended need not ask the address again. */
function Kept({ finding }: { finding: FindingView }) {
  const { protocol, url } = finding;
  const told = finding.speaks
    ? [finding.title, ...finding.facts].filter((fact) => fact !== undefined)
    : [finding.reason];
  return (
    <>
      <input type="hidden" name={`address.${protocol}`} value={url} />
      <input type="hidden" name={`speaks.${protocol}`} value={finding.speaks ? 'yes' : ''} />
      <input type="hidden" name={`vague.${protocol}`} value={finding.speaks && finding.vague ? 'yes' : ''} />
      {told.map((fact) => (
        <input key={fact} type="hidden" name={`told.${protocol}`} value={fact} />
      ))}
    </>
  );
}

function Choice({ finding, chosen, best }: { finding: FindingView; chosen: boolean; best: boolean }) {
  const { harvestPages } = useDeskMessages();
  const { detect } = harvestPages;
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3">
      <input
        id={id}
        type="radio"
        name="protocol"
        value={finding.protocol}
        defaultChecked={chosen}
        aria-describedby={`${id}-found`}
        className="mt-1 size-5"
      />
      <label htmlFor={id} className="font-medium">
        {finding.name} {best && <span className="tag">{detect.best}</span>}
      </label>
      <div id={`${id}-found`} className="col-start-2 text-[0.9375rem]">
        {finding.speaks ? (
          <>
            {finding.vague && <p>{detect.vague}</p>}
            <ul lang="en" className="text-soft">
              {[...(finding.title ? [finding.title] : []), ...finding.facts].map((fact) => (
                <li key={fact} className="break-words">
                  {fact}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="break-words text-soft">{finding.why}</p>
        )}
      </div>
    </div>
  );
}
