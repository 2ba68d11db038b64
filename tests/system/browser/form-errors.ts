/** A form with errors says what to correct and where, and keeps the input. */
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { localAws } from '../../../infra/local/environment.ts';
import { en } from '../../../shared/text/languages/en.ts';
import { follow } from '../../fixtures/browser.ts';
import { mailsTo } from '../../fixtures/inbox.ts';
import type { Site } from './site.ts';

export function formErrors(site: () => Site): void {
  test('an empty form names every missing field at once', async () => {
    const page = await site().visit(`/${site().letter}`, { javaScriptEnabled: false });
    await follow(page.getByRole('button', { name: en['form.submit'] }));
    expect(await wrongFields(page)).toEqual([
      'organisation.name',
      'organisation.country',
      'signatory.name',
      'signatory.email',
      'attestation',
      'consents.publication',
    ]);
    expect(await page.title()).toMatch(/^6 /);
  });

  test('each error links to its field, the input is kept, and nothing is stored', async () => {
    const page = await site().visit(`/${site().letter}`, { javaScriptEnabled: false });
    const form = page.locator('#sign');
    await form.getByLabel(en['form.kind-individual']).check();
    await form.getByLabel(en['form.organisation-name'], { exact: true }).fill('Nowhere Kept "Ltd" <b>');
    await form.getByLabel(en['form.country'], { exact: true }).selectOption('FR');
    await form.getByLabel(en['form.name'], { exact: true }).fill('Nobody Kept');
    await form.getByLabel(en['form.email']).fill('nobody-kept.example');
    await form.getByLabel(en['form.display-withheld']).check();
    await form.getByLabel(en['form.updates']).check();
    await follow(form.getByRole('button', { name: en['form.submit'] }));

    expect(await wrongFields(page)).toEqual(['signatory.email']);
    expect(await page.title()).toMatch(/^(1|One) /);
    expect(await form.getByLabel(en['form.kind-individual']).isChecked()).toBe(true);
    expect(await form.getByLabel(en['form.organisation-name'], { exact: true }).inputValue()).toBe(
      'Nowhere Kept "Ltd" <b>',
    );
    expect(await form.getByLabel(en['form.country'], { exact: true }).inputValue()).toBe('FR');
    expect(await form.getByLabel(en['form.name'], { exact: true }).inputValue()).toBe('Nobody Kept');
    expect(await form.getByLabel(en['form.email']).inputValue()).toBe('nobody-kept.example');
    expect(await form.getByLabel(en['form.display-withheld']).isChecked()).toBe(true);
    expect(await form.getByLabel(en['form.updates']).isChecked()).toBe(true);
    expect(await form.getByLabel(en['form.publication']).isChecked()).toBe(false);

    expect(await mailsTo(site().stack.inboxUrl, 'nobody-kept.example')).toEqual([]);
    expect(await everythingStored(site())).not.toContain('Kept');
  });

  test('on a phone the errors are visible without scrolling', async () => {
    const page = await site().visit(`/${site().letter}`, {
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
    });
    await follow(page.getByRole('button', { name: en['form.submit'] }));
    const box = await page.locator('#errors').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(844 / 2);
  });
}

/**
 * @returns names of the invalid fields, in the order of the summary; fails when the summary and the fields do not name
 *   the same, or when a field is not linked to its error
 */
async function wrongFields(page: Page): Promise<string[]> {
  const summary = page.getByRole('alert');
  const names: string[] = [];
  for (const item of await summary.getByRole('listitem').all()) {
    const link = item.getByRole('link');
    expect(await link.count(), `a link in "${await item.textContent()}"`).toBe(1);
    const id = z.string().parse(await link.getAttribute('href'));
    const field = page.locator(id);
    await link.click();
    expect(await page.locator(`${id}:focus`).count(), `focus on ${id}`).toBe(1);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const ids = z
      .string()
      .parse(await field.getAttribute('aria-describedby'))
      .split(' ');
    const described = await Promise.all(ids.map((id) => page.locator(`#${id}`).textContent()));
    const told = z.string().parse(await link.textContent());
    expect(described.some((text) => text !== null && told.endsWith(text.trim()))).toBe(true);
    names.push(z.string().parse(await field.getAttribute('name')));
  }
  expect(await page.locator('[aria-invalid=true]').count()).toBe(names.length);
  return names;
}

async function everythingStored({ stack }: Site): Promise<string> {
  const env = await stack.environment();
  const client = new DynamoDBClient({ ...localAws, endpoint: z.string().parse(env['AWS_ENDPOINT_URL_DYNAMODB']) });
  const { Items, LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: env['TABLE_NAME'] }));
  expect(LastEvaluatedKey).toBeUndefined();
  expect(Items?.length).toBeGreaterThan(0);
  return JSON.stringify(Items);
}
