/** The fields of a letter's settings. */
import type { FC } from 'hono/jsx';
import { Field, type Filled, Select, TextField } from '../ui/field.tsx';

const zones = Intl.supportedValuesOf('timeZone').concat('UTC');

export const SettingsFields: FC<{ form: Filled }> = ({ form }) => (
  <>
    <fieldset>
      <legend>Signing</legend>
      <Select
        name="accepts"
        label="Who may sign"
        form={form}
        options={[
          ['both', 'Organisations and individuals'],
          ['organisation', 'Organisations only'],
          ['individual', 'Individuals only'],
        ]}
      />
      <Field name="goal" label="Goal" hint="How many signatures; may be left empty." type="number" form={form} />
      <Field
        name="timeZone"
        label="Time zone"
        hint="In which the two times below are meant, such as Europe/Berlin."
        list="zones"
        form={form}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
      <Field name="opens" label="Opens" hint={opensHint} type="datetime-local" form={form} />
      <Field name="closes" label="Closes" hint={closesHint} type="datetime-local" form={form} />
    </fieldset>
    <fieldset>
      <legend>Policy</legend>
      <Select
        name="publishedFrom"
        label="Organisations that appear without your approval"
        hint="All others await your review and are not counted until you approve them."
        form={form}
        options={[
          ['mailbox', 'All that confirmed their email address'],
          ['mailbox-domain', 'Those with an email address on their own domain'],
          ['domain', 'Those that have shown control of their domain'],
          ['vouched', 'None: we review every organisation'],
        ]}
      />
      <Select
        name="individualsPublishedFrom"
        label="Individuals who appear without your approval"
        hint="Individuals have no domain to show, so you either trust the email address or review each person."
        form={form}
        options={[
          ['mailbox', 'All who confirmed their email address'],
          ['vouched', 'None: we review every individual'],
        ]}
      />
      <Field
        name="confirmWithinDays"
        label="Days to confirm"
        hint="How long a confirmation link works: 1 to 30."
        type="number"
        form={form}
      />
      <Field
        name="keepDays"
        label="Delete email addresses and unpublished names so many days after closing"
        hint="30 to 3650. The privacy notice says it. Empty: they are kept."
        type="number"
        form={form}
      />
      <Field
        name="noAnswerAfterDays"
        label="Say that nobody answered after so many days"
        hint="Counted from the last handover. The letter’s page says it until you record an answer. Empty: it never says so."
        type="number"
        form={form}
      />
      <Field
        name="replyTo"
        label="Answers go to"
        hint="An email address; the contact below when empty."
        type="email"
        form={form}
      />
    </fieldset>
    <fieldset>
      <legend>Privacy notice</legend>
      <p class="hint">Without controller and contact a letter cannot be opened.</p>
      <Field name="privacy.controller" label="Controller" hint="Who answers for the signers’ data." form={form} />
      <Field name="privacy.contact" label="Contact" hint="An email address." type="email" form={form} />
      <TextField name="privacy.purpose" label="Purpose" hint={unlessEmpty} form={form} />
      <TextField name="privacy.recipients" label="Recipients" hint={unlessEmpty} form={form} />
      <TextField name="privacy.retention" label="Retention" hint={retentionHint} form={form} />
    </fieldset>
  </>
);

const opensHint = 'Empty: as soon as the letter is open.';
const closesHint = 'Empty: when somebody closes it.';
const retentionHint =
  'Shown as you write it; it deletes nothing. What is deleted, and when, is set under “Delete email addresses …” above, and the notice says that by itself.';
const unlessEmpty = 'Where it differs from what the notice says by itself.';
