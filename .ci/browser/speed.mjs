// Opens the report of a trust's register and fails when a reader would wait for
// it: the size of the file, the time until it can be used, and the time from a
// choice in a filter until the page is painted anew (the best of several tries,
// since the machine may be busy with other things).
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const file = process.argv[2];
const most = { 'megabytes': 6, 'ms until it can be used': 3000, 'ms to filter': 200 };
const faults = [];
const check = (what, name, value) => {
  console.log(`${what}: ${value} ${name}`);
  if (value > most[name]) faults.push(`${what}: ${value} ${name}, want at most ${most[name]}`);
};

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
check('the page', 'megabytes', Math.round(statSync(file).size / 1e5) / 10);
const choices = [['a word', 'find', 'school'], ['a rule', 'by-rule', 2], ['an organisation', 'by-party', 2]];
for (const width of [1280, 360]) {
  const open = async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    return page;
  };
  let ready = Infinity;
  for (const [what, id, value] of choices) {
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const page = await open();
      ready = Math.min(ready, await page.evaluate(() => performance.getEntriesByType('navigation')[0].domInteractive));
      best = Math.min(best, await page.evaluate(async ([id, value]) => {
        const painted = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
        await painted();
        const field = document.getElementById(id), start = performance.now();
        if (typeof value === 'number') field.selectedIndex = value; else field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await painted();
        return performance.now() - start;
      }, [id, value]));
      await page.close();
    }
    check(`${width} px, ${what}`, 'ms to filter', Math.round(best));
  }
  check(`${width} px`, 'ms until it can be used', Math.round(ready));
}
await browser.close();
for (const f of faults) console.log(f);
process.exit(faults.length ? 1 : 0);
