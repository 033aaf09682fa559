/** The plain JavaScript of the page: filters, the list in portions, the tabs and squares of the map, copying. */
export const script = String.raw`'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  /* What is not seen at once is read when it is. */
  const read = new Map();
  const block = (id) => {
    if (!read.has(id)) read.set(id, JSON.parse(byId(id).textContent));
    return read.get(id);
  };
  const data = block('data');
  /* More in the page than this, and filtering them away takes a moment that is felt. */
  const MOST_AT_ONCE = 1000;
  const template = document.createElement('template');
  const parse = (html) => {
    template.innerHTML = html;
    return template.content;
  };
  const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

  function startFindings() {
    const list = byId('finding-list');
    if (!list) return { reveal: () => {} };
    const form = byId('filters');
    const elements = [...list.children];
    const total = data.findings.length;
    let matches = data.findings.map((_, at) => at);
    let shown = elements.length;
    let shownOnScreen = shown;

    const element = (at) => (elements[at] ??= parse(block('cards-' + Math.floor(at / data.chunk))[at % data.chunk]).firstElementChild);

    function tell() {
      const left = matches.length - shown;
      byId('more').hidden = left === 0;
      byId('show-more').textContent = 'Show ' + grouped(Math.min(left, data.chunk)) + ' more';
      byId('show-all').hidden = left <= data.chunk || matches.length > MOST_AT_ONCE;
      byId('show-all').textContent = 'Show all ' + grouped(matches.length);
      byId('count').textContent = countText(left);
    }

    function countText(left) {
      const noun = total === 1 ? ' finding' : ' findings';
      if (matches.length === total) return (left ? 'Showing ' + grouped(shown) + ' of ' : '') + grouped(total) + noun;
      if (matches.length === 0) return 'None of ' + grouped(total) + noun + ' matches';
      return grouped(matches.length) + ' of ' + grouped(total) + noun + (matches.length === 1 ? ' matches' : ' match') + (left ? '; showing ' + grouped(shown) : '');
    }

    function add(count) {
      const next = matches.slice(shown, shown + count).map(element);
      list.append(...next);
      shown += next.length;
      tell();
      return next[0];
    }

    function filter() {
      const { surface, level, direction, text } = Object.fromEntries(new FormData(form));
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      matches = [];
      data.findings.forEach((one, at) => {
        const fits = (!surface || one[0] === surface) && (!level || one[1] === level) && (!direction || one[2] === direction);
        if (fits && words.every((word) => one[3].includes(word))) matches.push(at);
      });
      list.replaceChildren();
      shown = 0;
      add(data.chunk);
    }

    function press(count) {
      add(count)?.querySelector('h3').focus();
    }

    function reveal(id) {
      if (byId(id)) return;
      const fingerprint = id.slice('finding-'.length);
      const at = data.findings.findIndex((one) => one[3].includes(fingerprint));
      if (at < 0) return;
      if (!matches.includes(at)) search('');
      const ahead = matches.indexOf(at) - shown + 1;
      if (ahead > MOST_AT_ONCE) search(fingerprint);
      else add(Math.max(0, ahead));
    }

    function search(words) {
      for (const one of form.querySelectorAll('select')) one.value = '';
      form.elements.text.value = words;
      filter();
    }

    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      search('');
    });
    byId('show-more').addEventListener('click', () => press(data.chunk));
    byId('show-all').addEventListener('click', () => press(Infinity));
    addEventListener('beforeprint', () => {
      shownOnScreen = shown;
      add(Infinity);
    });
    addEventListener('afterprint', () => {
      for (const one of [...list.children].slice(shownOnScreen)) one.remove();
      shown = shownOnScreen;
      tell();
    });
    tell();
    return { reveal };
  }

  function startTabs() {
    const bar = byId('map-bar');
    if (!bar) return;
    const tabs = [...bar.querySelectorAll('[role=tab]')];
    function choose(tab) {
      for (const one of tabs) {
        const chosen = one === tab;
        one.setAttribute('aria-selected', String(chosen));
        one.tabIndex = chosen ? 0 : -1;
        byId(one.getAttribute('aria-controls')).classList.toggle('chosen', chosen);
      }
    }
    for (const [at, tab] of tabs.entries()) {
      const panel = byId(tab.getAttribute('aria-controls'));
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      tab.addEventListener('click', () => choose(tab));
      tab.addEventListener('keydown', (event) => {
        const last = tabs.length - 1;
        const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        choose(tabs[to]);
        tabs[to].focus();
      });
    }
    for (const name of ['only-trouble', 'only-offered']) {
      byId(name).addEventListener('change', (event) => {
        byId('map').classList.toggle(name, event.target.checked);
        document.querySelectorAll('.map').forEach(keepOneStop);
      });
    }
    bar.hidden = false;
    byId('map').classList.add('tabbed');
    choose(tabs.find((one) => one.getAttribute('aria-selected') === 'true'));
  }

  /* One stop of the tabulator for each map; arrows move from square to square. */
  const squares = (map) => [...map.querySelectorAll('[data-spot]')].filter((one) => one.closest('td').checkVisibility?.() ?? true);

  function keepOneStop(map) {
    for (const one of map.querySelectorAll('[data-spot]')) one.tabIndex = -1;
    const first = map.querySelector('tr:not(.calm) [data-spot]') ?? map.querySelector('[data-spot]');
    if (first) first.tabIndex = 0;
  }

  function move(event) {
    const from = event.target.closest('[data-spot]');
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!from || !step) return;
    event.preventDefault();
    const [, row, column] = from.dataset.spot.split('-').map(Number);
    const ahead = squares(event.currentTarget)
      .map((one) => ({ one, at: one.dataset.spot.split('-').map(Number) }))
      .filter(({ at }) => (step[0] ? at[2] === column && (at[1] - row) * step[0] > 0 : at[1] === row && (at[2] - column) * step[1] > 0));
    const next = step[0] + step[1] > 0 ? ahead[0] : ahead.at(-1);
    if (!next) return;
    from.tabIndex = -1;
    next.one.tabIndex = 0;
    next.one.focus();
  }

  function startSpots() {
    const dialog = byId('spot');
    if (!dialog) return;
    document.querySelectorAll('.map').forEach((map) => {
      keepOneStop(map);
      map.addEventListener('keydown', move);
    });
    byId('map').addEventListener('click', (event) => {
      const spot = event.target.closest('[data-spot]');
      if (!spot) return;
      byId('spot-title').textContent = spot.getAttribute('aria-label').replace(/: [A-Z][a-z]+$/, '');
      byId('spot-body').replaceChildren(parse(block('spots-' + spot.dataset.spot.split('-')[0])[spot.dataset.spot]));
      dialog.showModal();
      dialog.scrollTop = 0;
    });
    byId('spot-close').addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  function startLinks(reveal) {
    function go() {
      const id = location.hash.slice(1);
      if (!id.startsWith('finding-')) return;
      reveal(id);
      const there = byId(id);
      const folded = there?.closest('details');
      if (folded) folded.open = true;
      there?.scrollIntoView({ block: 'start' });
      there?.querySelector('h3').focus({ preventScroll: true });
    }
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#finding-"]');
      if (!link) return;
      event.preventDefault();
      byId('spot')?.close();
      history.replaceState(null, '', link.getAttribute('href'));
      go();
    });
    addEventListener('hashchange', go);
    go();
  }

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      return false;
    }
  }

  function startCopy() {
    document.addEventListener('click', async (event) => {
      const button = event.target.closest('.copy');
      if (!button) return;
      const code = button.previousElementSibling;
      const done = await copy(code.textContent);
      if (!done) getSelection().selectAllChildren(code);
      byId('said').textContent = done ? 'Copied' : 'Selected: copy it with the keyboard';
      button.classList.add('done');
      setTimeout(() => {
        button.classList.remove('done');
        byId('said').textContent = '';
      }, 1600);
    });
  }

  const { reveal } = startFindings();
  startTabs();
  startSpots();
  startLinks(reveal);
  startCopy();
})();
`;
