/**
 * Runs at the edge before the cache is looked into (CloudFront Functions, runtime 2.0, no imports). Says who asks, and
 * brings what browsers write in a hundred ways into few forms that mean the same to `functions/public-api/negotiate.ts`.
 *
 * CloudFront's engine is not Node's: it has ES 5.1 and a list of later features, without destructuring, spread, `?.` and
 * most new methods. What it lacks may pass creation and then answers every request with 503. `tests/edge/grammar.ts` checks
 * this file by that list.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request;
  const headers = request.headers;
  // Whatever the client wrote there is overwritten.
  headers['x-undersigned-viewer'] = { value: event.viewer.ip };
  // CloudFront answers to the names of this distribution alone. The console, which cannot know them, is told.
  headers['x-undersigned-site'] = { value: `https://${headers.host.value}` };
  if (headers.accept) headers.accept = { value: wantedForm(headers.accept.value) };
  const languages = headers['accept-language'];
  if (languages) headers['accept-language'] = { value: wantedTags(languages.value) };
  return request;
}

function wantedForm(accept) {
  if (/\btext\/html\b/i.test(accept)) return 'text/html';
  return /\bapplication\/([a-z.]+\+)?json\b/i.test(accept) ? 'application/json' : '*/*';
}

/** The five tags that are wanted most, in that order, without their weights. */
function wantedTags(header) {
  return header
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const pieces = part.split(';').map((piece) => piece.trim());
      const weight = pieces.slice(1).find((piece) => piece.startsWith('q='));
      return { tag: pieces[0], weight: weight === undefined ? 1 : Number(weight.slice(2)), place: place };
    })
    .filter((one) => isTag(one.tag) && one.weight > 0 && one.weight <= 1)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, 5)
    .map((one) => one.tag.toLowerCase())
    .join(',');
}

function isTag(text) {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(text);
}
