// Scores pages with Lighthouse's mobile preset in the browser of CHROME_PATH.
//   node run.js FOLDER ADDRESS...
// prints one JSON object a page: its address, the median score of each category over three runs (0 to 100), and the audits
// that were not passed. The whole reports go to FOLDER.
import { mkdirSync, writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const runs = 3;
const [folder, ...addresses] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
try {
  for (const [number, address] of addresses.entries()) {
    const results = [];
    for (let run = 0; run < runs; run++) results.push((await lighthouse(address, { port: chrome.port, output: 'json', logLevel: 'error' })).lhr);
    writeFileSync(`${folder}/${number + 1}.json`, JSON.stringify(results.at(-1), null, 2));
    console.log(JSON.stringify({ address, scores: scores(results), failed: failed(results.at(-1)) }));
  }
} finally {
  chrome.kill();
}

function scores(results) {
  const median = values => values.sort((a, b) => a - b)[(values.length - 1) / 2];
  return Object.fromEntries(
    Object.keys(results[0].categories).map(id => [id, Math.round(100 * median(results.map(result => result.categories[id].score)))]));
}

function failed(result) {
  return Object.values(result.categories)
    .flatMap(category => category.auditRefs.filter(audit => audit.weight > 0))
    .map(audit => result.audits[audit.id])
    .filter(audit => audit.score !== null && audit.score < 0.9)
    .map(audit => audit.id);
}
