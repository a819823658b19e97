// What a reader does with the report of the sample, step by step. Each begins
// with a page just opened.

const shown = 'article.rule li[data-severity]:not([hidden])';
const count = (page) => page.locator(shown).count();
const map = (page) => page.locator('figure.map').first();
const focus = (page) => page.evaluate(() => {
  const e = document.activeElement, r = e.getBoundingClientRect();
  const frames = [...e.querySelectorAll(':scope > path')].map((p) => getComputedStyle(p));
  // Some of it must be on the screen with nothing over it.
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((x) => [0.2, 0.5, 0.8].map((y) => document.elementFromPoint(r.x + r.width * x, r.y + r.height * y)));
  return {
    party: e.dataset.party, label: e.querySelector(':scope > title')?.textContent ?? '', panel: e.matches('.panel'), row: e.matches('.row, .node'),
    ring: frames.some((f) => f.stroke === 'rgb(18, 78, 137)' && parseFloat(f.strokeWidth) >= 5), seen: parts.some((p) => p && e.contains(p)),
  };
});

export const steps = [
  { name: 'searching the findings', walk: async (page, holds) => {
    const all = await count(page);
    await page.locator('#find').fill('moodle retention');
    const some = await count(page);
    holds('the search does not narrow', some > 0 && some < all, `${some} of ${all}`);
    const texts = await page.locator(shown).allTextContents();
    holds('a finding lacks the word', texts.every((t) => /moodle/i.test(t)));
    holds('what is found is folded away', await page.locator(shown).first().isVisible());
    holds('the count is not told', (await page.locator('#found').textContent()) === `${some} of ${all} findings shown`);
    await page.locator('#find').fill('zzzz');
    holds('a word that nowhere stands finds something', await count(page) === 0 && await page.locator('article.rule:visible').count() === 0);
    await page.locator('#all').click();
    holds('Show all does not', await count(page) === all && (await page.locator('#find').inputValue()) === '');
  } },
  { name: 'filtering by severity', walk: async (page, holds) => {
    const all = await count(page);
    await page.locator('.tools input[value=low]').uncheck();
    holds('a low finding is left', await page.locator(`${shown}[data-severity=low]`).count() === 0 && await count(page) < all);
    for (const s of ['high', 'medium']) await page.locator(`.tools input[value=${s}]`).uncheck();
    const kinds = await page.locator(shown).evaluateAll((list) => [...new Set(list.map((li) => li.dataset.severity))]);
    holds('not the critical alone', kinds.join() === 'critical', kinds.join());
  } },
  { name: 'filtering by rule', walk: async (page, holds) => {
    const option = page.locator('#by-rule option').nth(3);
    const want = Number(/\((\d+)\)$/.exec(await option.textContent())[1]);
    await page.locator('#by-rule').selectOption(await option.getAttribute('value'));
    holds('not as many as the choice says', await count(page) === want, `${await count(page)}, want ${want}`);
    holds('another rule is left', await page.locator('article.rule:visible').count() === 1);
    holds('its findings are folded away', await page.locator(shown).last().isVisible());
  } },
  { name: 'filtering by organisation', walk: async (page, holds) => {
    const option = page.locator('#by-party option', { hasText: 'Moodle' });
    const want = Number(/\((\d+)\)$/.exec(await option.textContent())[1]);
    await page.locator('#by-party').selectOption(await option.getAttribute('value'));
    holds('not as many as the choice says', await count(page) === want, `${await count(page)}, want ${want}`);
    const texts = await page.locator(shown).allTextContents();
    holds('another organisation is left', texts.every((t) => /Moodle/.test(t)));
    await page.locator('#by-rule').selectOption({ index: 1 });
    holds('two filters do not meet', await count(page) < want);
  } },
  { name: 'a finding has its parts', walk: async (page, holds) => {
    const rule = page.locator('article.rule').first();
    holds('no cell', /![A-Z]+\d+$/.test((await rule.locator('li .place').first().textContent()).trim()));
    for (const part of ['.fix', '.law a', 'li p + p']) holds(`no ${part}`, await rule.locator(part).first().isVisible());
  } },
  { name: 'from the head of the page', walk: async (page, holds) => {
    const head = page.locator('header .read');
    holds('how it was read is not told', /^Read: 1 file, \d+ sheets; \d+ rows gave \d+ flows/.test((await head.locator('summary').textContent()).trim()));
    await head.locator('summary').click();
    await head.locator('a').click();
    holds('the sources are not reached', await page.locator('#sources').evaluate((e) => e.getBoundingClientRect().top < innerHeight / 2));
    for (const severity of ['critical', 'low']) {
      await page.locator(`.card.${severity} a`).click();
      const id = await page.evaluate(() => location.hash.slice(1));
      const rule = page.locator(`article.rule.${severity}`).first();
      holds(`the number of ${severity} findings does not lead to them`, (await rule.locator('h3').getAttribute('id')) === id
        && await rule.evaluate((e) => { const { top } = e.getBoundingClientRect(); return top > -60 && top < innerHeight / 2; }));
    }
  } },
  { name: 'the map under a finger', walk: async (page, holds) => {
    const rows = map(page).locator('.row');
    holds('no recipient is in sight', await rows.first().evaluate((e) => { const { left } = e.getBoundingClientRect(); return left >= 0 && left < innerWidth * 0.7; }));
    if ((await page.viewportSize()).width > 700) return;
    const low = await rows.evaluateAll((list) => Math.min(...list.map((e) => e.getBoundingClientRect().height)));
    holds('a row is too low to be tapped', low >= 24, `${low} px`);
  } },
  { name: 'taking a place and a code along', walk: async (page, holds) => {
    const rule = page.locator('article.rule').first();
    for (const [what, want] of [['h3 .code', await rule.getAttribute('data-rule')], ['li .place', await rule.locator('li .place').first().textContent()]]) {
      await rule.locator(what).first().click();
      const got = await page.evaluate(() => getSelection().toString());
      holds(`a click on ${what} does not select it whole`, got.trim() === want.trim(), got);
    }
  } },
  { name: 'keys through the map', walk: async (page, holds) => {
    const figure = map(page), panel = figure.locator('.panel');
    await figure.locator('.scroll').focus();
    await page.keyboard.press('Tab');
    const first = await focus(page);
    holds('Tab does not reach the map', first.row, JSON.stringify(first));
    let sound = first.ring && first.seen, told = true;
    const parties = [first.party], rows = await figure.locator('[role=button]').count();
    for (let i = 1; i < rows; i++) {
      await page.keyboard.press(i % 2 ? 'ArrowDown' : 'ArrowRight');
      const here = await focus(page);
      sound &&= here.ring && here.seen;
      if (!sound) { holds('the focus is not seen', false, here.label); break; }
      const name = (await panel.locator('h3').textContent()).trim();
      told &&= name === 'On the map' || here.label.replace(/\W/g, '').startsWith(name.replace(/\W/g, ''));
      if (!told) { holds('the panel tells of another', false, `${name}: ${here.label}`); break; }
      parties.push(here.party);
    }
    holds('the focus is not always seen', sound);
    holds('the arrows do not reach every row', new Set(parties).size > 30 && parties.length === rows, `${parties.length} of ${rows}`);
    holds('more than one row is a tab stop', await figure.locator('svg [tabindex="0"]').count() === 1);
    await page.keyboard.press('ArrowUp');
    holds('the arrow up does not go back', (await focus(page)).party === parties[parties.length - 2]);
    holds('no line is lit', await figure.locator('.edge.lit').count() > 0);
    holds('every line is lit', await figure.locator('.edge:not(.lit)').count() > 0);
    await page.keyboard.press('Enter');
    holds('Enter does not lead to the panel', (await focus(page)).panel);
    await page.keyboard.press('Escape');
    holds('Escape does not let go', await figure.locator('.lit').count() === 0 && await panel.locator('h3').count() === 0);
    holds('Escape loses the place', (await focus(page)).row);
  } },
  { name: 'finding an organisation', walk: async (page, holds) => {
    const figure = map(page), panel = figure.locator('.panel');
    await figure.locator('input').fill('moodle');
    holds('the row is not marked', (await figure.locator('.hit').getAttribute('data-party')) === 'moodle');
    holds('the hits are not told', /^1 found\s*Moodle$/.test((await figure.locator('.hits').textContent()).trim()));
    const text = (await panel.textContent()).replace(/\s+/g, ' ');
    for (const part of ['Moodle', 'unknown the country, or what the sending rests on, is not recorded', 'What goes: Identity; Contact', 'Nobody can tell to which country']) {
      holds('the panel does not say', text.includes(part), part);
    }
    holds('its row and its line are not lit', await figure.locator('.row.lit[data-party=moodle]').count() === 1 && await figure.locator('.edge.lit').count() === 1);
    await page.keyboard.press('Enter');
    holds('Enter does not lead to its row', (await focus(page)).party === 'moodle');
    await page.locator('#find').fill('zzzz');
    await panel.locator('.wrongs a').first().click();
    holds('the finding is not reached', await page.locator('li:target').isVisible() && /Moodle/.test(await page.locator('li:target').textContent()));
    await panel.locator('[data-who]').click();
    const texts = await page.locator(shown).allTextContents();
    holds('not its findings alone', texts.length > 0 && texts.every((t) => /Moodle/.test(t)));
    await figure.locator('input').fill('nobody of that name');
    holds('a name that nowhere stands is found', (await figure.locator('.hits').textContent()).trim() === '0 found');
  } },
  { name: 'pointing at the map', walk: async (page, holds) => {
    const figure = map(page);
    await figure.locator('.row[data-party=moodle]').hover();
    holds('the row under the pointer is not lit', await figure.locator('.row.lit[data-party=moodle]').count() === 1);
    holds('the panel does not tell of it', (await figure.locator('.panel h3').textContent()) === 'Moodle');
    await page.mouse.move(1, 1);
    holds('it stays lit when the pointer has left', await figure.locator('.lit').count() === 0);
    await figure.locator('.row[data-party=skype]').click();
    await page.mouse.move(1, 1);
    holds('what was chosen does not stay', (await figure.locator('.panel h3').textContent()) === 'Skype');
  } },
  { name: 'zoom', walk: async (page, holds) => {
    const figure = map(page), width = async () => (await figure.locator('svg').boundingBox()).width;
    const at = await width();
    await figure.locator('[data-zoom="1"]').click();
    const larger = await width();
    holds('+ does not enlarge', larger > at * 1.2);
    await figure.locator('[data-zoom="-1"]').click();
    holds('− does not go back', Math.abs(await width() - at) < 2);
    await figure.locator('.scroll').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    holds('the key + does not enlarge', await width() > larger * 1.2);
    holds('the size is not told', (await figure.locator('output').textContent()) === '156 %');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    holds('the page grows with the map', wide <= 0, `${wide} px`);
    await page.keyboard.press('0');
    const inside = await figure.locator('.scroll').evaluate((e) => e.scrollWidth - e.clientWidth);
    holds('the key 0 does not show the whole map', inside <= 0, `${inside} px hang out`);
    await page.keyboard.press('-');
    holds('the key - does not lessen', await width() < at);
  } },
  { name: 'further views', walk: async (page, holds) => {
    const views = page.locator('details.view');
    holds('there are no three', await views.count() === 3);
    for (let i = 0; i < await views.count(); i++) {
      const view = views.nth(i);
      await view.locator('> summary').click();
      holds('no picture', await view.locator('svg').isVisible());
      await view.locator('details > summary').click();
      holds('no table', await view.locator('tbody tr').first().isVisible());
      const row = view.locator('svg [role=button]').last();
      await row.focus();
      holds('its rows light nothing', await view.locator('.edge.lit').count() > 0 && await view.locator('.panel h3').count() === 1);
    }
    const grouped = page.locator('#view-categories figure');
    await grouped.locator('input').fill('moodle');
    holds('who stands among others is not told alone', await grouped.locator('.row.lit[data-parties]').count() === 1 && (await grouped.locator('.panel h3').textContent()) === 'Moodle');
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((e) => e.id));
    holds('an id stands twice', new Set(ids).size === ids.length, ids.filter((id, i) => ids.indexOf(id) < i).slice(0, 3).join());
    const lost = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash));
    holds('a link leads nowhere', lost.length === 0, lost.slice(0, 3).join());
  } },
  { name: 'recipients', walk: async (page, holds) => {
    const card = page.locator('[data-card=skype]');
    if (!(await card.isVisible())) await page.locator('#more-recipients > summary').click();
    await card.locator('summary').click();
    await card.locator('[data-light]').click();
    const here = await focus(page);
    holds('the map does not show it', here.party === 'skype' && here.seen, JSON.stringify(here));
  } },
  { name: 'on paper', walk: async (page, holds) => {
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.tools', '.controls', '.panel', '.contents']) holds(`${part} is printed`, !(await page.locator(part).first().isVisible()));
    const high = (q) => page.locator(q).first().evaluate((e) => e.getBoundingClientRect().height);
    for (const part of ['table.recipients', 'details.view svg', 'details:not([open]) table.transfers']) holds(`${part} is not printed`, await high(part) > 50);
  } },
  { name: 'length', walk: async (page, holds) => {
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    holds('the page is too long', high < 30000, `${high} px`);
  } },
];
