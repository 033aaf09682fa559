/** A picture shows no secret, wherever on its page one stands and however it is drawn; where that is not sure, there is none. */
import { describe, expect, it } from 'vitest';
import { type Picture, takePicture } from '../../../verifier/browse/take-picture.ts';
import { Mask } from '../../../verifier/holders/mask.ts';
import { servePages } from './pages.ts';

const pages = servePages();
const SECRET = 'pk_live_9f8e7d6c5b4a';
const mask = new Mask();
mask.add(SECRET, 'crew@harbor.example');

/** All that is green on a page is what must not be seen; each place has a band of its own. */
const BAND = 45;
const HEAD = `<style>body{margin:0;background:#fff;color:#000;font:20px sans-serif}p{margin:0}.s,.s *{color:#00a000}
*{border:0 !important}input::placeholder{color:#00a000}.t::before{content:'${SECRET}'}
.band{position:absolute;left:20px;width:500px;height:${BAND}px;overflow:hidden}</style>`;
const GREEN = 'background:#00a000;width:200px;height:20px;display:block';

const PLACES: Readonly<Record<string, string>> = {
  'as text': `<p>Your key is <b class="s">${SECRET}</b>.</p>`,
  'over several elements': `<p class="s">pk_live_<b>9f8e</b><i>7d6c</i><u>5b4a</u></p>`,
  'in groups': '<p class="s">pk_live_ 9f8e 7d6c 5b4a</p>',
  'in capitals': `<p class="s" style="text-transform:uppercase">${SECRET}</p>`,
  'as an address of somebody': '<p class="s">Signed in as Crew@Harbor.example</p>',
  'in a field': `<input class="s" id="f"><script>f.value = '${SECRET}'</script>`,
  'in a larger field': `<textarea class="s">key=${SECRET}</textarea>`,
  'before anything is typed': `<input placeholder="${SECRET}">`,
  'in a list of choices': `<select class="s"><option>none</option><option selected>${SECRET}</option></select>`,
  'by a style sheet': '<p class="s t"></p>',
  'in a shadow tree': `<div id="o"></div><script>o.attachShadow({ mode: 'open' }).innerHTML = '<p style="color:#00a000">${SECRET}</p>'</script>`,
  'in a closed shadow tree': `<div id="c"></div><script>c.attachShadow({ mode: 'closed' }).innerHTML = '<p style="color:#00a000">${SECRET}</p>'</script>`,
  'in a frame': `<iframe srcdoc="<p style='color:#00a000;margin:0'>${SECRET}</p>"></iframe>`,
  'in a frame of another site': '<iframe src="{elsewhere}/frame"></iframe>',
  'in a drawing': `<svg height="40"><text y="20" fill="#00a000">${SECRET}</text></svg>`,
  'on a canvas, which nobody can read': `<canvas style="${GREEN}"></canvas>`,
  'as a picture that is drawn of it': `<img style="${GREEN}" src="/qr?of=${SECRET}" alt="">`,
  'in a style that says otherwise': `<p class="s" style="visibility:visible !important; transition: all 9s">${SECRET}</p>`,
};
/** What a JPEG makes of the edge of what was painted over. */
const NOISE = 10;

async function picture(body: string, known: Mask | undefined): Promise<Picture | { reason: string } | undefined> {
  const elsewhere = pages.base.replace('127.0.0.1', 'localhost');
  pages.send('/frame', `<body style="margin:0;color:#00a000">${SECRET}`);
  pages.send('/page', HEAD + body.replace('{elsewhere}', elsewhere));
  return pages.withPage(async (open) => {
    await open.goto('/page');
    await open.page.waitForLoadState();
    const html = async () => (await open.page.content()).replaceAll(' style=""', '');
    const before = await html();
    const taken = await takePicture(open, [{ selector: '#all', words: '' }], known);
    if (!body.includes('setInterval')) expect(await html()).toBe(before);
    return taken;
  });
}

/** How many pixels of each band are green. */
async function green(taken: Awaited<ReturnType<typeof picture>>): Promise<Record<string, number>> {
  const { bytes } = taken as Picture;
  const found = await pages.ofPicture<(number | null)[]>(
    bytes,
    `const bands = [];
    for (let n = 0; n < data.length; n += 4)
      if (data[n + 1] > data[n] + 40 && data[n + 1] > data[n + 2] + 40) {
        const band = Math.floor(n / 4 / image.width / ${BAND});
        bands[band] = (bands[band] ?? 0) + 1;
      }
    return bands;`,
  );
  return Object.fromEntries(Object.keys(PLACES).map((name, n) => [name, found[n] ?? 0]));
}

describe('a secret', () => {
  it('is in no picture, wherever it stands and however it is drawn', async () => {
    const bands = Object.values(PLACES).map((body, n) => `<div class="band" style="top:${n * BAND}px">${body}</div>`);
    const page = `<div id="all" style="height:${bands.length * BAND}px">${bands.join('')}</div>`;
    const [open, hidden] = [await green(await picture(page, undefined)), await green(await picture(page, mask))];
    expect(Object.entries(open).filter(([, pixels]) => pixels <= 30)).toEqual([]);
    expect(Object.entries(hidden).filter(([, pixels]) => pixels >= NOISE)).toEqual([]);
  });

  it('that comes back as soon as it is hidden: no picture, and a line that says why', async () => {
    const restless = `<div id="all" class="s">key</div><script>setInterval(() => { all.innerHTML = '<b>${SECRET}</b>' }, 1)</script>`;
    expect(await picture(restless, mask)).toEqual({
      reason: 'no picture: a secret on the page could not be hidden for it',
    });
  });

  it('takes nothing else away', async () => {
    const page = `<div id="all" style="height:400px"><p class="s">Team plan</p><p>Your key is <b>${SECRET}</b>.</p></div>`;
    expect((await green(await picture(page, mask)))['as text']).toBeGreaterThan(30);
  });
});
