// Opens governors' pages, prints them, and fails on one that is not exactly one
// side of A4, on anything axe finds, on a page wider than the screen, and on a
// request to anywhere.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const faults = [];
let checks = 0;
const check = (good, text) => { checks++; if (!good) faults.push(text); };

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(file).href;
  for (const width of [1280, 360]) {
    for (const colorScheme of ['light', 'dark']) {
      const name = `${file}, ${width} px, ${colorScheme}`;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      page.on('console', (m) => { if (m.type() === 'error') faults.push(`${name}: console: ${m.text()}`); });
      page.on('request', (r) => { if (r.url() !== url) faults.push(`${name}: asks for ${r.url()}`); });
      await page.goto(url);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(wide <= 0, `${name}: the page is ${wide} px wider than the screen`);
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      for (const v of result.violations) {
        check(false, `${name}: axe ${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')}`);
      }
      check(true);
      await context.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(url);
  const pdf = `${file}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  await page.close();
  const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const pages = /^Pages:\s+(\d+)$/m.exec(info)[1];
  check(pages === '1', `${file}: ${pages} printed pages, want 1`);
  check(/^Page size:.*\(A4\)$/m.test(info), `${file}: not A4: ${/^Page size:.*$/m.exec(info)[0]}`);
}
await browser.close();
for (const f of faults) console.log(f);
console.log(`${checks - Math.min(checks, faults.length)} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
