// Opens a report at several widths and schemes, uses it as a reader would, and
// fails on anything that a reader would stumble over: an accessibility breach
// that axe finds, a page wider than the screen, an error in the console, a
// request to anywhere, a filter or a key that does not do what it says.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { steps } from './steps.mjs';

const pageURL = pathToFileURL(process.argv[2]).href;
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let passed = 0, failed = 0;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// at opens the page and hands it to use with a way to tell what holds. bypassCSP
// lets axe in; where it is off, the page's own policy is in force.
async function at(name, options, use) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const holds = (what, ok, detail = '') => {
    if (ok) { passed++; return; }
    failed++;
    console.log(`${name}: ${what}${detail === '' ? '' : `: ${detail}`}`);
  };
  const errors = [], requests = [];
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') errors.push(m.text()); });
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('request', (r) => { if (r.url().split('#')[0] !== pageURL && !r.url().startsWith('data:')) requests.push(r.url()); });
  await page.goto(pageURL);
  try {
    await use(page, holds);
  } catch (e) {
    holds('the walk stopped', false, String(e).split('\n')[0]);
  }
  holds('the console has errors', !errors.length, errors.join('; '));
  holds('the page asks for something', !requests.length, requests.join('; '));
  await context.close();
}

async function sound(page, holds, state) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  holds(`${state}: the page is wider than the screen`, wide <= 0, `${wide} px`);
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, rules: { 'target-size': { enabled: true } } }), tags);
  const told = result.violations.map((v) => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')} (${v.nodes.length})`);
  holds(`${state}: axe`, !told.length, told.join(' | '));
}

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark']) {
    const screen = { viewport: { width, height: width > 400 ? 900 : 740 }, colorScheme };
    const name = `${width} px, ${colorScheme}`;
    await at(name, { ...screen, bypassCSP: true }, async (page, holds) => {
      await sound(page, holds, 'as it opens');
      await page.locator('figure.map input').first().fill('moodle');
      await page.keyboard.press('Enter');
      await sound(page, holds, 'a party chosen');
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      await sound(page, holds, 'all unfolded');
    });
    // What it does hangs on the width; what it looks like, on the scheme too.
    if ((width > 400) === (colorScheme === 'light')) for (const step of steps) await at(`${name}, ${step.name}`, screen, step.walk);
  }
  await at(`${width} px, scripts off`, { viewport: { width, height: 900 }, javaScriptEnabled: false }, async (page, holds) => {
    holds('there is no one main heading', await page.locator('h1').count() === 1);
    holds('the map is gone', await page.locator('figure.map svg').first().isVisible());
    for (const part of ['.tools', '.controls', '.panel', '.scripted']) holds(`${part} shows what needs scripts`, !(await page.locator(part).first().isVisible()));
    await page.locator('.party summary').first().click();
    holds('a recipient does not unfold', await page.locator('.party .body').first().isVisible());
    await page.locator('.party .wrongs a').first().click();
    holds('a finding is not reached', await page.locator('li:target').isVisible());
    holds('findings are hidden', await page.locator('li[data-severity][hidden]').count() === 0);
  });
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
