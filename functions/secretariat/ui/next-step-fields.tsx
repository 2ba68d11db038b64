/** Fields for the page to go to after signing: of a letter, and of a partner. */
import type { FC } from 'hono/jsx';
import type { NextStep } from '../../../shared/letter/next-step.ts';
import { Field, type Filled, Select } from './field.tsx';

export const NextStepFields: FC<{ form: Filled; hint: string }> = ({ form, hint }) => (
  <>
    <Field name="next.address" label="Page after signing" hint={hint} type="url" form={form} />
    <Select
      name="next.redirect"
      label="After confirming, people see"
      hint="People whose name is withheld or whose signature awaits review always see our thanks first."
      form={form}
      options={[
        ['link', 'Our thanks and a link to it'],
        ['redirect', 'This page at once'],
      ]}
    />
  </>
);

/** @returns the fields of that page */
export function fieldsOfNextStep(next: NextStep | undefined): Record<string, string> {
  return next ? { 'next.address': next.address, 'next.redirect': next.redirect ? 'redirect' : 'link' } : {};
}

/** @returns the values of the fields, not yet validated; undefined without an address */
export function nextStepIn(fields: Filled['values']): { address: string; redirect: boolean } | undefined {
  const address = fields['next.address'];
  return address === undefined ? undefined : { address, redirect: fields['next.redirect'] === 'redirect' };
}
