/** The fields of a letter's settings. */
import type { FC } from 'hono/jsx';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { Field, type Filled, GroupedSelect, Select, TextField } from '../ui/field.tsx';
import { usualZone } from '../ui/local-time.ts';
import { NextStepFields } from '../ui/next-step-fields.tsx';
import { RetentionSentence } from './retention-sentence.tsx';
import { offeredZones } from './zone-names.ts';

export interface SettingsFieldsProps {
  readonly form: Filled;
  /** Languages that the browser asks for: their regions say which time zones are likely. */
  readonly languages: readonly string[];
  /** The letter has no time zone yet: the browser's own is chosen. */
  readonly zoneIsOpen: boolean;
  /** Path of the page of the logo. */
  readonly logoPage: string;
  /** The strings of the privacy notice, in the console's language. */
  readonly texts: Texts;
}

export const SettingsFields: FC<SettingsFieldsProps> = ({ form, languages, zoneIsOpen, logoPage, texts }) => (
  <>
    <fieldset id="signing">
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
      <Field
        name="goal"
        label="Goal"
        hint="Number of signatures, for example 100. Optional."
        type="number"
        form={form}
      />
      <GroupedSelect
        name="timeZone"
        label="Time zone"
        hint="For all times of this letter."
        form={form}
        groups={offeredZones(form.values['timeZone'] ?? usualZone, languages).map(({ label, zones }) => ({
          label,
          options: zones,
        }))}
        note={{ 'data-zone': zoneIsOpen ? 'open' : 'chosen' }}
      />
      <Field name="opens" label="Signing starts" hint={opensHint} type="datetime-local" form={form} />
      <Field name="closes" label="Signing ends" hint={closesHint} type="datetime-local" form={form} />
    </fieldset>
    <fieldset>
      <legend>Approval</legend>
      <Select
        name="publishedFrom"
        label="Which organisations appear without your approval?"
        hint="All others await your review and are not counted until you approve them."
        form={form}
        options={[
          ['mailbox', 'All that confirmed by email'],
          ['mailbox-domain', 'Those with an email address on their own domain'],
          ['domain', 'Those that verified their domain'],
          ['vouched', 'None: we review every organisation'],
        ]}
      />
      <Select
        name="individualsPublishedFrom"
        label="Which individuals appear without your approval?"
        hint="Individuals cannot verify a domain, so you either trust the email address or review each person."
        form={form}
        options={[
          ['mailbox', 'All who confirmed by email'],
          ['vouched', 'None: we review every individual'],
        ]}
      />
      <Field
        name="confirmWithinDays"
        label="Days to confirm"
        hint="How many days the link to confirm works: 1 to 30."
        type="number"
        form={form}
      />
      <Field
        name="noAnswerAfterDays"
        label="Days until the page says that nobody answered"
        hint="Counted from the last handover, until you record an answer. Leave empty never to say so."
        type="number"
        form={form}
      />
      <Field
        name="replyTo"
        label="Replies go to"
        hint="An email address. Leave empty to use the contact below."
        type="email"
        form={form}
      />
    </fieldset>
    <fieldset>
      <legend>The letter’s page</legend>
      <Select
        name="nameOrder"
        label="Order of the names"
        hint="Pinned names always come first."
        form={form}
        options={[
          ['', 'Newest first; A to Z once the letter is delivered'],
          ['newest', 'Newest first'],
          ['name', 'A to Z, organisations before people'],
        ]}
      />
      <Select
        name="unlisted"
        label="On the home page"
        hint="A letter that is not listed is also left out of search engines. Anyone with the link can read and sign it."
        form={form}
        options={[
          ['', 'Listed'],
          ['true', 'Not listed'],
        ]}
      />
      <Field
        name="colour"
        label="Colour"
        hint="Optional. For links and buttons on the letter’s pages, in the form and in emails, such as #175457. Dark pages use a lighter shade."
        form={form}
      />
      <p class="hint">
        The logo has <a href={logoPage}>a page of its own</a>.
      </p>
    </fieldset>
    <fieldset>
      <legend>After signing</legend>
      <NextStepFields form={form} hint={nextHint} />
      <Select
        name="asksFollowUp"
        label="Ask signers whether you may ask them about a new letter"
        hint="Adds one box to the form, which is not ticked. Only people who tick it can be asked, once, when a new letter follows this one."
        form={form}
        options={[
          ['no', 'No'],
          ['yes', 'Yes'],
        ]}
      />
      <Field name="follows" label="Letter that this one follows" hint={followsHint} form={form} />
    </fieldset>
    <fieldset id="privacy">
      <legend>Privacy notice</legend>
      <p class="hint">You need a controller and a contact before you can open the letter.</p>
      <Field
        name="privacy.controller"
        label="Controller"
        hint="The organisation responsible for the signers’ data."
        form={form}
      />
      <Field
        name="privacy.contact"
        label="Contact"
        hint="An email address for questions about privacy."
        type="email"
        form={form}
      />
      <TextField name="privacy.purpose" label="Purpose" hint={unlessEmpty} form={form} />
      <TextField name="privacy.recipients" label="Recipients" hint={unlessEmpty} form={form} />
      <Field
        name="keepDays"
        label="Delete email addresses and unpublished names: days after closing"
        hint="30 to 3,650. Leave empty to keep them."
        type="number"
        form={form}
      />
      <RetentionSentence days={form.values['keepDays']} texts={texts} />
      {form.values['privacy.retention'] === undefined && !form.errors.has('privacy.retention') ? null : (
        <TextField name="privacy.retention" label="Retention" hint={retentionHint} form={form} />
      )}
    </fieldset>
  </>
);

const opensHint = 'Leave empty to start when you open the letter.';
const closesHint = 'Leave empty to close the letter yourself.';
const retentionHint =
  'A text of your own, shown before the sentence above. Empty it unless it says something else: it does not change with the number of days.';
const nextHint =
  'Optional, such as https://example.org/donate. People can only be taken there automatically if it is on the site of a partner of this letter.';
const followsHint =
  'Optional. The last part of its web address, such as clean-air. Both pages link to each other. Once this letter is open, people who signed the other one and agreed to it get one email that asks them to sign this one.';
const unlessEmpty = 'Optional. Replaces our standard text.';
