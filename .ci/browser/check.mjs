// Opens a report at several widths and schemes and fails on anything a reader
// would stumble over: an accessibility breach that axe finds, a page wider than
// the screen, an error in the console, a request to anywhere.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const page_url = pathToFileURL(process.argv[2]).href;
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const faults = [];
let checks = 0;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const javaScriptEnabled of [true, false]) {
      const name = `${width} px, ${colorScheme}, scripts ${javaScriptEnabled ? 'on' : 'off'}`;
      const context = await browser.newContext({
        viewport: { width, height: 900 }, colorScheme, javaScriptEnabled, bypassCSP: true, reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('console', (m) => { if (m.type() === 'error') faults.push(`${name}: console: ${m.text()}`); });
      page.on('pageerror', (e) => faults.push(`${name}: script error: ${e}`));
      page.on('request', (r) => {
        if (r.url() !== page_url && !r.url().startsWith('data:')) faults.push(`${name}: asks for ${r.url()}`);
      });
      await page.goto(page_url);
      checks += 3;

      const headings = await page.locator('h1').count();
      if (headings !== 1) faults.push(`${name}: ${headings} main headings`);
      if (javaScriptEnabled) {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        checks++;
        if (wide > 0) faults.push(`${name}: the page is ${wide} px wider than the screen`);
        await page.evaluate(axe);
        const result = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        checks++;
        for (const v of result.violations) {
          faults.push(`${name}: axe ${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')} (${v.nodes.length})`);
        }
      }
      await context.close();
    }
  }
}
await browser.close();
for (const f of faults) console.log(f);
console.log(`${checks - Math.min(checks, faults.length)} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
