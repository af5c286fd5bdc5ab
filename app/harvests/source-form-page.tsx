import { Form, Link } from 'react-router';
import type { BoundingBox } from '#catalogue/model';
import type { PageText } from '../record/texts.ts';
import { BelongingFields, DigestFields } from './belonging-fields.tsx';
import { Choose, Group, Line, Tick } from './form-fields.tsx';
import type { HarvestOutcome } from './harvest-action.ts';
import { HarvestNotice } from './harvest-notice.tsx';
import type { SourceFieldErrors } from './read-source-form.ts';
import { ScheduleChoice } from './schedule-choice.tsx';
import type { SourceValues } from './source-values.ts';
import { useDeskMessages } from './texts.ts';
import { HiddenWanted, WantedFields } from './wanted-fields.tsx';
import { wayOf } from './ways.ts';

type SourceFormPageProps = {
  id: string;
  name: PageText;
  values: SourceValues;
  errors: SourceFieldErrors;
  area: BoundingBox | undefined;
  outcome: HarvestOutcome | undefined;
  protocols: readonly { name: string; title: string }[];
  weekdays: readonly string[];
};

/** Changes a source: its names and contact, where and when it is harvested, when a harvest is held. */
export function SourceFormPage(props: SourceFormPageProps) {
  const { id, name, values, errors, area, outcome, protocols, weekdays } = props;
  const { harvestPages } = useDeskMessages();
  const texts = harvestPages.form;
  const way = wayOf(values.protocol);
  const sends = way === 'push';
  return (
    <>
      <p>
        <Link to="/admin/sources">{harvestPages.sources}</Link>
        {' › '}
        <Link to={`/admin/sources/${id}`} lang={name.lang}>
          {name.text}
        </Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{harvestPages.edit}</h1>
      <HarvestNotice outcome={outcome} />
      <Form method="post" noValidate className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-2">
        <div className="grid content-start gap-y-8">
          <Group title={texts.where}>
            <Line
              name="url"
              label={way ? harvestPages.ways[way].place : texts.url}
              hint={way ? harvestPages.ways[way].hint : texts.urlHint}
              value={values.url}
              error={errors.url}
              required
            />
            <Choose
              name="protocol"
              label={texts.protocol}
              choices={protocols.map(({ name: value, title: label }) => ({ value, label }))}
              value={values.protocol}
            />
            {sends ? (
              <input type="hidden" name="options" value={values.options} />
            ) : (
              <Line
                name="options"
                label={texts.options}
                hint={way === 'archive' ? harvestPages.ways.archive.options : texts.optionsHint}
                value={values.options}
                error={errors.options}
                rows={3}
              />
            )}
            {sends || way === 'archive' ? (
              <input type="hidden" name="allowPrivate" value={values.allowPrivate} />
            ) : (
              <Tick
                name="allowPrivate"
                label={texts.allowPrivate}
                hint={texts.allowPrivateHint}
                checked={values.allowPrivate !== ''}
              />
            )}
          </Group>
          <Group title={texts.when}>
            {sends ? (
              <>
                <p>{harvestPages.sending.noSchedule}</p>
                <input type="hidden" name="scheduleKind" value="by-hand" />
              </>
            ) : (
              <ScheduleChoice values={values} weekdays={weekdays} error={errors.scheduleKind} />
            )}
            <Tick
              name="enabled"
              label={sends ? harvestPages.sending.enabled : texts.enabled}
              checked={values.enabled !== ''}
            />
          </Group>
        </div>
        {sends ? (
          <HiddenWanted values={values} />
        ) : (
          <WantedFields values={values} errors={errors} area={area} />
        )}
        <Group title={texts.texts}>
          <Line
            name="nameEn"
            label={texts.nameEn}
            hint={texts.nameHint}
            value={values.nameEn}
            error={errors.nameEn}
            lang="en"
          />
          <Line name="nameFr" label={texts.nameFr} value={values.nameFr} lang="fr" />
          <Line
            name="descriptionEn"
            label={texts.descriptionEn}
            value={values.descriptionEn}
            error={errors.descriptionEn}
            rows={3}
            lang="en"
          />
          <Line
            name="descriptionFr"
            label={texts.descriptionFr}
            value={values.descriptionFr}
            rows={3}
            lang="fr"
          />
          <Line
            name="homepage"
            type="url"
            label={texts.homepage}
            value={values.homepage}
            error={errors.homepage}
          />
          <Line
            name="contactEmail"
            type="email"
            label={texts.contactEmail}
            hint={texts.contactHint}
            value={values.contactEmail}
            error={errors.contactEmail}
          />
        </Group>
        <BelongingFields values={values} errors={errors} />
        <DigestFields values={values} errors={errors} />
        <Group title={texts.caution}>
          <Line name="mostGone" label={texts.mostGone} value={values.mostGone} error={errors.mostGone} />
          <Line
            name="mostChanged"
            label={texts.mostChanged}
            value={values.mostChanged}
            error={errors.mostChanged}
          />
          <Line name="graceDays" label={texts.graceDays} value={values.graceDays} error={errors.graceDays} />
        </Group>
        <button type="submit" className="button justify-self-start lg:col-span-2" data-strong="">
          {texts.save}
        </button>
      </Form>
    </>
  );
}
